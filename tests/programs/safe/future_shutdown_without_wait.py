# right: shutdown waits for the calls
from concurrent.futures import ThreadPoolExecutor


def main():
    rows = []
    pool = ThreadPoolExecutor(2)
    pool.submit(rows.append, 1)
    pool.submit(rows.append, 2)
    pool.shutdown(wait=True)
    assert sorted(rows) == [1, 2]
