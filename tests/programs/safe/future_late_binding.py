# right: the number itself is handed to submit
from concurrent.futures import ThreadPoolExecutor


def main():
    with ThreadPoolExecutor(2) as pool:
        futures = []
        for n in range(2):
            futures.append(pool.submit(lambda n: n * n, n))
        assert [future.result() for future in futures] == [0, 1]
