# fails: processes_errors: item 0's call raises; the process of item 1 is terminated in the middle of its call
# kind: wrong_result|race|leak
from multiprocessing import Pipe, Process
from threading import Thread


def _attempt(function, item):
    try:
        return True, function(item)
    except Exception as error:
        return False, error


def map_in_threads(function, items):
    outcomes = {}

    def work(index, item):
        outcomes[index] = _attempt(function, item)

    threads = [Thread(target=work, args=pair) for pair in enumerate(items)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for index in range(len(threads)):
        if not outcomes[index][0]:
            raise outcomes[index][1]
    return [outcomes[index][1] for index in range(len(threads))]


def _work(sender, function, item):
    sender.send(_attempt(function, item))


def map_in_processes(function, items):
    crew, results = [], []
    for item in items:
        receiver, sender = Pipe(False)
        process = Process(target=_work, args=(sender, function, item))
        process.start()
        crew.append((process, receiver))
    try:
        for _, receiver in crew:
            fine, content = receiver.recv()
            if not fine:
                raise content
            results.append(content)
        return results
    finally:
        for process, _ in crew:
            process.terminate()
            process.join()
