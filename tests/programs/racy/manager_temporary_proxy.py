# kind: wrong_result
# schedule: main's only proxy of the list goes with the arguments of start(), and the list with it, before the worker appends
from multiprocessing import Manager, Process


def work(results):
    results.append(1)


def main():
    with Manager() as manager:
        worker = Process(target=work, args=(manager.list(),))
        worker.start()
        worker.join()
        assert worker.exitcode == 0, "the list was gone before the worker used it"
