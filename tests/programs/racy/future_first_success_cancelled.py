# kind: exception
# schedule: every call has been begun or cancelled by then; result() of a cancelled one raises CancelledError
from concurrent.futures import ThreadPoolExecutor


def main():
    with ThreadPoolExecutor(1) as pool:
        futures = [pool.submit(pow, n, 2) for n in (1, 2)]
        first = futures[0].result()
        for future in futures[1:]:
            future.cancel()
        others = [future.result() for future in futures[1:]]
    assert first == 1 and others in ([], [4])
