# kind: wrong_result|race
# schedule: main looks before the thread has put its result
from multiprocessing.dummy import Manager, Process


def work(results):
    results["answer"] = 42


def main():
    results = Manager().dict()
    worker = Process(target=work, args=(results,))
    worker.start()
    answer = results.get("answer")
    worker.join()
    assert answer == 42, answer
