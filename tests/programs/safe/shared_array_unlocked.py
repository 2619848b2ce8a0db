# right: the array has a lock, and it is held while an element is added to
import multiprocessing


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def add(totals, number):
    totals[number] += 1
    with totals.get_lock():
        totals[2] += 1


def main():
    totals = multiprocessing.Array("i", 3)
    run(*[multiprocessing.Process(target=add, args=(totals, number)) for number in range(2)])
    assert totals[:] == [1, 1, 2]
