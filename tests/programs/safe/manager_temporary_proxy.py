# right: main keeps a proxy as long as the worker needs the list
from multiprocessing import Manager, Process


def work(results):
    results.append(1)


def main():
    with Manager() as manager:
        results = manager.list()
        worker = Process(target=work, args=(results,))
        worker.start()
        worker.join()
        assert worker.exitcode == 0, "the list was gone before the worker used it"
