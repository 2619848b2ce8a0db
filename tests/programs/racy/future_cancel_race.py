# kind: wrong_result|race
# schedule: the worker begins the call before cancel() comes, which then returns False
from concurrent.futures import ThreadPoolExecutor


def main():
    sent = []
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(sent.append, "letter")
        future.cancel()
    assert not sent, "it was sent though it was cancelled"
