# right: the whole list is put back
from multiprocessing import Manager, Process


def work(d):
    seen = d["seen"]
    seen.append("worker")
    d["seen"] = seen


def main():
    with Manager() as manager:
        d = manager.dict(seen=[])
        worker = Process(target=work, args=(d,))
        worker.start()
        worker.join()
        assert d["seen"] == ["worker"], "what was appended is lost"
