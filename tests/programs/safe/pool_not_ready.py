# right: wait() comes first
from multiprocessing.pool import ThreadPool


def main():
    with ThreadPool(1) as pool:
        result = pool.apply_async(pow, (2, 3))
        result.wait()
        assert result.successful()
