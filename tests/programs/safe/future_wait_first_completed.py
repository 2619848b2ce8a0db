# right: wait waits for all unless it is told otherwise
from concurrent.futures import ThreadPoolExecutor, wait


def main():
    found = []
    with ThreadPoolExecutor(2) as pool:
        futures = [pool.submit(found.append, page) for page in ("a", "b")]
        wait(futures)
        assert len(found) == 2, "a page is missing"
