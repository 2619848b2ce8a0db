# right: the end of the with block waits for the worker, and so for its callbacks
from concurrent.futures import ThreadPoolExecutor


def main():
    log = []
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(pow, 2, 3)
        future.add_done_callback(lambda f: log.append(f.result()))
        future.result()
    assert log == [8], "the callback has not run yet"
