# fails: threads_basics: a thread releases the semaphore, the caller returns, and the thread has not ended yet
# kind: leak
from multiprocessing import Pipe, Process
from threading import Semaphore, Thread


def map_in_threads(function, items):
    outcomes, done = {}, Semaphore(0)

    def work(index, item):
        try:
            outcomes[index] = True, function(item)
        except Exception as error:
            outcomes[index] = False, error
        done.release()

    threads = [Thread(target=work, args=pair) for pair in enumerate(items)]
    for thread in threads:
        thread.start()
    for _ in threads:
        done.acquire()
    return _open([outcomes[index] for index in range(len(threads))])


def _open(outcomes):
    for fine, content in outcomes:
        if not fine:
            raise content
    return [content for _, content in outcomes]


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
    return _open(outcomes)
