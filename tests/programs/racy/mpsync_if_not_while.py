# kind: wrong_result
# schedule: a child is woken, and the other has taken the item before it has the lock again
import multiprocessing
import sys


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def take(condition, items):
    with condition:
        if items.value == 0:
            condition.wait()
        items.value -= 1
        sys.exit(items.value < 0)


def put(condition, items):
    for _ in range(2):
        with condition:
            items.value += 1
            condition.notify()


def main():
    condition = multiprocessing.Condition()
    items = multiprocessing.RawValue("i", 0)
    codes = run(*[multiprocessing.Process(target=target, args=(condition, items)) for target in (take, take, put)])
    assert codes == [0, 0, 0]
