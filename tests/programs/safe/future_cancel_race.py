# right: what cancel() returns says whether the call will run
from concurrent.futures import ThreadPoolExecutor


def main():
    sent = []
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(sent.append, "letter")
        cancelled = future.cancel()
    assert bool(sent) != cancelled, "it was sent though it was cancelled"
