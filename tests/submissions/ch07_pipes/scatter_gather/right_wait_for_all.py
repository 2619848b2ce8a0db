# right: takes the answers as they come, lets every worker end, then looks for the lowest index that failed
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


class WorkerDied(Exception):
    index = None


def _run(function, chunk, pipe):
    try:
        result = function(chunk)
    except Exception as error:
        pipe.send(("raised", error))
    else:
        pipe.send(("returned", result))


def scatter_gather(function, chunks):
    processes, waiting = [], {}
    for index, chunk in enumerate(chunks):
        ours, theirs = Pipe(False)
        processes.append(Process(target=_run, args=(function, chunk, theirs)))
        processes[-1].start()
        theirs.close()
        waiting[ours] = index
    outcomes = {}
    while waiting:
        for pipe in wait(list(waiting)):
            index = waiting.pop(pipe)
            try:
                outcomes[index] = pipe.recv()
            except (EOFError, OSError):
                outcomes[index] = ("died", None)
            pipe.close()
    for process in processes:
        process.join()
    for index in range(len(processes)):
        how, value = outcomes[index]
        if how == "raised":
            raise value
        if how == "died":
            error = WorkerDied("worker %d ended without an answer" % index)
            error.index = index
            raise error
    return [outcomes[index][1] for index in range(len(processes))]
