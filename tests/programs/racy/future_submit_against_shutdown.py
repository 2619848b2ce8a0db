# kind: exception
# schedule: the pool is shut down before the other thread has submitted its call
import threading
from concurrent.futures import ThreadPoolExecutor


def main():
    done = []
    pool = ThreadPoolExecutor(1)
    feeder = threading.Thread(target=lambda: pool.submit(done.append, 1))
    feeder.start()
    pool.shutdown()
    feeder.join()
    assert done == [1]
