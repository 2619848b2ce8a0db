# fails: processes_errors: the child sends the bare exception; one that the function returned is raised here as well
# kind: exception|wrong_result
from multiprocessing import Pipe, Process
from threading import Thread


def map_in_threads(function, items):
    outcomes = {}

    def work(index, item):
        try:
            outcomes[index] = True, function(item)
        except Exception as error:
            outcomes[index] = False, error

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
    try:
        answer = function(item)
    except Exception as error:
        answer = error
    sender.send(answer)


def map_in_processes(function, items):
    crew = []
    for item in items:
        receiver, sender = Pipe(False)
        process = Process(target=_work, args=(sender, function, item))
        process.start()
        crew.append((process, receiver))
    answers = [receiver.recv() for _, receiver in crew]
    for process, _ in crew:
        process.join()
    for answer in answers:
        if isinstance(answer, Exception):
            raise answer
    return answers
