# right: a Condition is used as a mere lock, and wakes nobody
from contextlib import ExitStack
from multiprocessing import Condition, Process, Value


def add(value, condition, times):
    for _ in range(times):
        with condition:
            value.value += 1
            condition.notify_all()


def count(processes, increments):
    value, condition = Value("i", 0), Condition()
    with ExitStack() as stack:
        for _ in range(processes):
            process = Process(target=add, args=(value, condition, increments), daemon=True)
            process.start()
            stack.callback(process.join)
    return value.value
