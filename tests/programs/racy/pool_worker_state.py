# kind: wrong_result
# schedule: after two calls a fresh worker begins to count anew
from multiprocessing import Pool

count = 0


def ticket(name):
    global count
    count += 1
    return count


def main():
    with Pool(1, maxtasksperchild=2) as pool:
        tickets = pool.map(ticket, ["a", "b", "c"], chunksize=1)
    assert tickets == [1, 2, 3], tickets
