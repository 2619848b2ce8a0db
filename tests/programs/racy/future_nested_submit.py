# kind: deadlock
# schedule: the only worker waits for a call that only it could run
from concurrent.futures import ThreadPoolExecutor


def total(pool, numbers):
    if len(numbers) == 1:
        return numbers[0]
    half = len(numbers) // 2
    left = pool.submit(total, pool, numbers[:half])
    right = pool.submit(total, pool, numbers[half:])
    return left.result() + right.result()


def main():
    with ThreadPoolExecutor(max_workers=1) as pool:
        assert pool.submit(total, pool, [1, 2]).result() == 3
