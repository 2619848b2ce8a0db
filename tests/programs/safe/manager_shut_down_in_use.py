# right: the manager is shut down when nobody uses it any more
from multiprocessing import Manager, Process


def work(d):
    d["done"] = True


def main():
    manager = Manager()
    d = manager.dict()
    worker = Process(target=work, args=(d,))
    worker.start()
    worker.join()
    manager.shutdown()
    assert worker.exitcode == 0, "the worker found no server any more"
