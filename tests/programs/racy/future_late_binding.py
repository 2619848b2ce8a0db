# kind: wrong_result|race
# schedule: the loop goes on before the worker calls the lambda, which then sees the next number
from concurrent.futures import ThreadPoolExecutor


def main():
    with ThreadPoolExecutor(2) as pool:
        futures = []
        for n in range(2):
            futures.append(pool.submit(lambda: n * n))
        assert [future.result() for future in futures] == [0, 1]
