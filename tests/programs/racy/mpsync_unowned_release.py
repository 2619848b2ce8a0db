# kind: race|wrong_result
# schedule: a child that did not get the lock in time adds all the same, and releases the other's lock
import multiprocessing


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def count(lock, total):
    lock.acquire(timeout=1)
    total.value += 1
    lock.release()


def main():
    lock, total = multiprocessing.Lock(), multiprocessing.RawValue("i", 0)
    run(*[multiprocessing.Process(target=count, args=(lock, total)) for _ in range(2)])
    assert total.value == 2
