# kind: wrong_result|race
# schedule: both workers find the list empty before one of them appends
from multiprocessing.pool import ThreadPool


def main():
    first = []

    def claim(name):
        if not first:
            first.append(name)

    with ThreadPool(2) as pool:
        pool.map(claim, ["a", "b"])
    assert len(first) == 1, first
