# right: an ExitStack ends the processes, kill() before join(); a finished process does not mind being killed
from contextlib import ExitStack
from multiprocessing import Pipe, Process


class WorkerDied(Exception):
    def __init__(self, index):
        super().__init__(index)
        self.index = index


def task(function, chunk, out):
    with out:
        try:
            value = [function(chunk)]
        except Exception as e:
            value = e
        out.send(value)


def scatter_gather(function, chunks):
    with ExitStack() as stack:
        readers = []
        for chunk in chunks:
            reader, out = Pipe(False)
            process = Process(target=task, args=(function, chunk, out))
            process.start()
            stack.callback(process.join)
            stack.callback(process.kill)
            stack.callback(reader.close)
            out.close()
            readers.append(reader)
        gathered = []
        for index, reader in enumerate(readers):
            try:
                value = reader.recv()
            except OSError:
                raise WorkerDied(index)
            except EOFError:
                raise WorkerDied(index)
            if isinstance(value, Exception):
                raise value
            gathered += value
        return gathered
