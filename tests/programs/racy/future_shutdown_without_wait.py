# kind: wrong_result|race
# schedule: shutdown(wait=False) returns at once, and the list is read while a call has still to come
from concurrent.futures import ThreadPoolExecutor


def main():
    rows = []
    pool = ThreadPoolExecutor(2)
    pool.submit(rows.append, 1)
    pool.submit(rows.append, 2)
    pool.shutdown(wait=False)
    assert sorted(rows) == [1, 2]
