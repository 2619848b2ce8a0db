# kind: exception
# schedule: the call has not begun: it is not running, and it is not done either
from concurrent.futures import ThreadPoolExecutor


def main():
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(pow, 2, 3)
        value = None
        if not future.running():
            value = future.result(timeout=0)
        assert value in (None, 8)
