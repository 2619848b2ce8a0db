# kind: wrong_result|race
# schedule: result() returns as soon as the result is set, before the worker calls the callbacks
from concurrent.futures import ThreadPoolExecutor


def main():
    log = []
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(pow, 2, 3)
        future.add_done_callback(lambda f: log.append(f.result()))
        future.result()
        assert log == [8], "the callback has not run yet"
