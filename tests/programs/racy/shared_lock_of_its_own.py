# kind: race|wrong_result
# schedule: each child makes a lock of its own, so both add at the same time
import multiprocessing


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def count(total, lock):
    lock = multiprocessing.Lock()
    with lock:
        total.value += 1


def main():
    total = multiprocessing.RawValue("i", 0)
    lock = multiprocessing.Lock()
    run(*[multiprocessing.Process(target=count, args=(total, lock)) for _ in range(2)])
    assert total.value == 2
