# fails: threads_together: five calls that wait for each other: a pool of four threads never begins the fifth
# kind: deadlock|overlap|wrong_result|hang
from concurrent.futures import ThreadPoolExecutor, wait
from multiprocessing import Pipe, Process


def map_in_threads(function, items):
    with ThreadPoolExecutor(max_workers=4) as executor:
        futures = [executor.submit(function, item) for item in items]
        wait(futures)
    return [future.result() for future in futures]


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
