# right: a cancelled future is passed over
from concurrent.futures import ThreadPoolExecutor


def main():
    with ThreadPoolExecutor(1) as pool:
        futures = [pool.submit(pow, n, 2) for n in (1, 2)]
        first = futures[0].result()
        for future in futures[1:]:
            future.cancel()
        others = [future.result() for future in futures[1:] if not future.cancelled()]
    assert first == 1 and others in ([], [4])
