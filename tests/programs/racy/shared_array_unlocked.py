# kind: race|wrong_result
# schedule: both children add to the last element of the unlocked array at once
import multiprocessing


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def add(totals, number):
    totals[number] += 1
    totals[2] += 1


def main():
    totals = multiprocessing.Array("i", 3, lock=False)
    run(*[multiprocessing.Process(target=add, args=(totals, number)) for number in range(2)])
    assert totals[:] == [1, 1, 2]
