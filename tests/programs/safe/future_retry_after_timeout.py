# right: a second attempt only where cancel() says that the first will never run
from concurrent.futures import ThreadPoolExecutor


def main():
    charged = []
    with ThreadPoolExecutor(2) as pool:
        future = pool.submit(charged.append, 10)
        try:
            future.result(timeout=1)
        except TimeoutError:
            if future.cancel():
                pool.submit(charged.append, 10)
    assert len(charged) == 1, "charged twice"
