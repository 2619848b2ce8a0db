# kind: wrong_result
# schedule: the manager is shut down before the worker has made its call
from multiprocessing import Manager, Process


def work(d):
    d["done"] = True


def main():
    manager = Manager()
    d = manager.dict()
    worker = Process(target=work, args=(d,))
    worker.start()
    manager.shutdown()
    worker.join()
    assert worker.exitcode == 0, "the worker found no server any more"
