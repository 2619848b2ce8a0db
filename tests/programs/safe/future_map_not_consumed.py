# right: list() takes every result, and with it the exception
from concurrent.futures import ThreadPoolExecutor


def save(saved, item):
    if item < 0:
        raise ValueError("negative")
    saved.append(item)


def main():
    saved, told = [], False
    with ThreadPoolExecutor(2) as pool:
        try:
            list(pool.map(lambda item: save(saved, item), [1, -2]))
        except ValueError:
            told = True
    assert len(saved) == 2 or told, "an item was not saved, and nobody was told"
