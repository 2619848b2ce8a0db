# right: each child has an item of its own, and the parent adds them up
import multiprocessing
from multiprocessing.shared_memory import ShareableList


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def count(numbers, own):
    numbers[own] += 1
    numbers.shm.close()


def main():
    numbers = ShareableList([0, 0])
    run(*[multiprocessing.Process(target=count, args=(numbers, own)) for own in range(2)])
    total = sum(numbers)
    numbers.shm.close()
    numbers.shm.unlink()
    assert total == 2
