# right: a dict says which call a future belongs to
from concurrent.futures import ThreadPoolExecutor, as_completed


def main():
    numbers = [2, 3]
    with ThreadPoolExecutor(2) as pool:
        futures = {pool.submit(pow, n, 2): n for n in numbers}
        squares = {futures[future]: future.result() for future in as_completed(futures)}
    assert squares == {2: 4, 3: 9}, "a result stands under another call's number"
