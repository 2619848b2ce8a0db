# kind: exception
# schedule: main asks whether the call was successful before it is done
from multiprocessing.pool import ThreadPool


def main():
    with ThreadPool(1) as pool:
        result = pool.apply_async(pow, (2, 3))
        assert result.successful()
