# right: each child gives back the one permit that it has taken
import multiprocessing
import sys


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def work(gate, inside):
    gate.acquire()
    inside[0] += 1
    alone = inside[0] == 1
    inside[0] -= 1
    gate.release()
    sys.exit(0 if alone else 1)


def main():
    gate = multiprocessing.Semaphore(1)
    inside = multiprocessing.RawArray("i", 1)
    codes = run(*[multiprocessing.Process(target=work, args=(gate, inside)) for _ in range(3)])
    assert codes == [0, 0, 0]
