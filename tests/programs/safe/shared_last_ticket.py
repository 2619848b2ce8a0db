# right: looking and taking happen under one lock
import multiprocessing
import sys


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def buy(tickets):
    with tickets.get_lock():
        if tickets.value > 0:
            tickets.value -= 1
            sys.exit(1)


def main():
    tickets = multiprocessing.Value("i", 1)
    sold = run(*[multiprocessing.Process(target=buy, args=(tickets,)) for _ in range(2)])
    assert sum(sold) == 1 and tickets.value == 0
