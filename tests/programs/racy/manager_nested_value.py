# kind: wrong_result
# schedule: any: d['seen'] gives a copy of the list, and the copy is what grows
from multiprocessing import Manager, Process


def work(d):
    d["seen"].append("worker")


def main():
    with Manager() as manager:
        d = manager.dict(seen=[])
        worker = Process(target=work, args=(d,))
        worker.start()
        worker.join()
        assert d["seen"] == ["worker"], "what was appended is lost"
