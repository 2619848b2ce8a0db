# right: everything from one context, spawn
from multiprocessing import get_context


def bump(shared):
    with shared.get_lock():
        shared.value += 1


def main(shared, increments):
    for _ in range(increments):
        bump(shared)


def count(processes: int, increments: int) -> int:
    context = get_context("spawn")
    shared = context.Value("i", 0)
    team = tuple(context.Process(target=main, kwargs={"shared": shared, "increments": increments}) for _ in range(processes))
    for member in team:
        member.start()
    for member in team:
        member.join()
    return shared.value
