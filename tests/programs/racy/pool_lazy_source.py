# kind: wrong_result|race
# schedule: imap takes the items in a thread of its own, which may come after main's change
from multiprocessing.pool import ThreadPool


def main():
    factor = [1]

    def items():
        for number in (1, 2):
            yield number * factor[0]

    with ThreadPool(1) as pool:
        results = pool.imap(abs, items())
        factor[0] = 10
        assert list(results) == [1, 2]
