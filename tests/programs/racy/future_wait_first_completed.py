# kind: wrong_result|race
# schedule: one call is done and wait returns, the other has not begun
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait


def main():
    found = []
    with ThreadPoolExecutor(2) as pool:
        futures = [pool.submit(found.append, page) for page in ("a", "b")]
        wait(futures, return_when=FIRST_COMPLETED)
        assert len(found) == 2, "a page is missing"
