# right: main joins first
from multiprocessing.dummy import Manager, Process


def work(results):
    results["answer"] = 42


def main():
    results = Manager().dict()
    worker = Process(target=work, args=(results,))
    worker.start()
    worker.join()
    answer = results.get("answer")
    assert answer == 42, answer
