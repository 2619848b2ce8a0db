# kind: deadlock
# schedule: the end of the with block terminates the pool before the workers are done; get() waits for ever
from multiprocessing import Pool


def main():
    with Pool(2) as pool:
        result = pool.map_async(abs, [-1, -2])
    assert result.get() == [1, 2]
