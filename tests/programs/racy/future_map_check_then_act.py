# kind: wrong_result|race
# schedule: both workers see that the name is missing, and both add it
from concurrent.futures import ThreadPoolExecutor


def main():
    names = []

    def add(name):
        if name not in names:
            names.append(name)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(add, ["ann", "ann"]))
    assert names == ["ann"]
