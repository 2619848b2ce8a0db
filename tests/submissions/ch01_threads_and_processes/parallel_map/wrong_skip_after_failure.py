# fails: threads_errors: item 0's call has failed when thread 1 looks at the flag: item 1 is never worked
# kind: wrong_result|race|exception
from multiprocessing import Pipe, Process
from threading import Event, Thread


def map_in_threads(function, items):
    items = list(items)
    results, errors = [None] * len(items), {}
    failed = Event()

    def work(index):
        if failed.is_set():
            return
        try:
            results[index] = function(items[index])
        except Exception as error:
            errors[index] = error
            failed.set()

    threads = [Thread(target=work, args=(index,)) for index in range(len(items))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[min(errors)]
    return results


def _work(sender, function, item):
    try:
        sender.send((True, function(item)))
    except Exception as error:
        sender.send((False, error))


def map_in_processes(function, items):
    crew = []
    for item in items:
        receiver, sender = Pipe(False)
        process = Process(target=_work, args=(sender, function, item))
        process.start()
        crew.append((process, receiver))
    outcomes = [receiver.recv() for _, receiver in crew]
    for process, _ in crew:
        process.join()
    for fine, content in outcomes:
        if not fine:
            raise content
    return [content for _, content in outcomes]
