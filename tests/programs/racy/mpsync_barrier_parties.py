# kind: deadlock
# schedule: the barrier waits for a third that never comes
import multiprocessing


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def meet(barrier, first):
    barrier.wait()
    first.value = 1


def main():
    barrier = multiprocessing.Barrier(3)
    first = multiprocessing.Value("b", 0)
    run(*[multiprocessing.Process(target=meet, args=(barrier, first)) for _ in range(2)])
    assert first.value == 1
