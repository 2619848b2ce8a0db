# kind: deadlock|lost_wakeup
# schedule: both children wait, and only one is woken
import multiprocessing


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def wait(condition, ready):
    with condition:
        while not ready.value:
            condition.wait()


def open_(condition, ready):
    with condition:
        ready.value = 1
        condition.notify()


def main():
    condition = multiprocessing.Condition()
    ready = multiprocessing.RawValue("b", 0)
    codes = run(*[multiprocessing.Process(target=target, args=(condition, ready)) for target in (wait, wait, open_)])
    assert codes == [0, 0, 0]
