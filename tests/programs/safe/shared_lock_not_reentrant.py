# right: the value's own lock is an RLock: its holder may read and write the value
import multiprocessing


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def count(total):
    with total.get_lock():
        total.value += 1


def main():
    total = multiprocessing.Value("i", 0, lock=multiprocessing.RLock())
    run(*[multiprocessing.Process(target=count, args=(total,)) for _ in range(2)])
    assert total.value == 2
