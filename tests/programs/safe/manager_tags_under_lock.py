# right: the changed copy is put back under the same lock
from multiprocessing import Manager, Process


def run(function, *args):
    workers = [Process(target=function, args=args) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert all(worker.exitcode == 0 for worker in workers), "a worker has failed"


def work(d, lock):
    with lock:
        d["tags"] = d["tags"] + ["t"]


def main():
    with Manager() as manager:
        d, lock = manager.dict(tags=[]), manager.Lock()
        run(work, d, lock)
        assert len(d["tags"]) == 2, "a tag is lost"
