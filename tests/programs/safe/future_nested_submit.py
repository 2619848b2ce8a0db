# right: the outer call hands back what is to be done next, and the main thread submits that
from concurrent.futures import ThreadPoolExecutor


def total(pool, numbers):
    if len(numbers) == 1:
        return numbers[0]
    half = len(numbers) // 2
    left = pool.submit(sum, numbers[:half])
    right = pool.submit(sum, numbers[half:])
    return left.result() + right.result()


def main():
    with ThreadPoolExecutor(max_workers=1) as pool:
        assert total(pool, [1, 2]) == 3
