# right: all that touches the total is submitted, so that one thread does it
from concurrent.futures import ThreadPoolExecutor


class Total:
    def __init__(self):
        self.value = 0

    def add(self, n):
        self.value += n


def main():
    total = Total()
    with ThreadPoolExecutor(max_workers=1) as pool:
        pool.submit(total.add, 1)
        pool.submit(total.add, 2)
        pool.submit(total.add, 4)
    assert total.value == 7
