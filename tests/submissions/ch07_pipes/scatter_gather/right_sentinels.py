# right: waits for pipes and process sentinels together; what a dead process has sent before its end still counts
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


class WorkerDied(Exception):
    def __init__(self, index):
        self.index = index
        super().__init__(index)


def main(function, chunk, writer):
    try:
        value, error = function(chunk), None
    except Exception as problem:
        value, error = None, problem
    writer.send((value, error))


def one_answer(process, reader):
    wait([reader, process.sentinel])
    if reader.poll():
        try:
            return reader.recv()
        except (EOFError, OSError):
            return None
    return None


def scatter_gather(function, chunks):
    started = []
    for chunk in chunks:
        reader, writer = Pipe(False)
        process = Process(target=main, args=(function, chunk, writer))
        process.start()
        writer.close()
        started.append((process, reader))
    results, failure = [], None
    for index, (process, reader) in enumerate(started):
        if failure is not None:
            process.kill()
        else:
            answer = one_answer(process, reader)
            if answer is None:
                failure = WorkerDied(index)
            elif answer[1] is not None:
                failure = answer[1]
            else:
                results.append(answer[0])
        process.join()
        reader.close()
    if failure is not None:
        raise failure
    return results
