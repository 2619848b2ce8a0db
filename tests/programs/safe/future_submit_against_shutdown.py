# right: who submits is waited for before the pool is shut down
import threading
from concurrent.futures import ThreadPoolExecutor


def main():
    done = []
    pool = ThreadPoolExecutor(1)
    feeder = threading.Thread(target=lambda: pool.submit(done.append, 1))
    feeder.start()
    feeder.join()
    pool.shutdown()
    assert done == [1]
