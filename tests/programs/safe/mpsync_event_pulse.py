# right: the event stays set
import multiprocessing
import sys


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def wait(event):
    sys.exit(0 if event.wait() else 1)


def pulse(event):
    event.set()


def main():
    event = multiprocessing.Event()
    codes = run(multiprocessing.Process(target=wait, args=(event,)), multiprocessing.Process(target=pulse, args=(event,)))
    assert codes == [0, 0]
