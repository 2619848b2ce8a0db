# right: done() says whether there is a result
from concurrent.futures import ThreadPoolExecutor


def main():
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(pow, 2, 3)
        value = None
        if future.done():
            value = future.result(timeout=0)
        assert value in (None, 8)
