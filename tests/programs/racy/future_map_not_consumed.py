# kind: wrong_result|race
# schedule: save raises for the second item, and nobody takes the results that map returns
from concurrent.futures import ThreadPoolExecutor


def save(saved, item):
    if item < 0:
        raise ValueError("negative")
    saved.append(item)


def main():
    saved = []
    with ThreadPoolExecutor(2) as pool:
        pool.map(lambda item: save(saved, item), [1, -2])
    assert len(saved) == 2, "an item was not saved, and nobody was told"
