# right: a thread of the caller's for each pipe, so that no worker waits for another's answer to be read
import threading
from multiprocessing import Pipe, Process


class WorkerDied(Exception):
    def __init__(self, index):
        self.index = index
        super().__init__("worker %d died" % index)


class Worker:
    def __init__(self, function, chunk):
        self.reader, writer = Pipe(duplex=False)
        self.process = Process(target=Worker.main, args=(function, chunk, writer))
        self.process.start()
        writer.close()
        self.answer = None
        self.receiver = threading.Thread(target=self.receive)

    @staticmethod
    def main(function, chunk, writer):
        try:
            answer = {"value": function(chunk)}
        except Exception as error:
            answer = {"error": error}
        writer.send(answer)

    def receive(self):
        try:
            self.answer = self.reader.recv()
        except (EOFError, OSError):
            pass
        self.process.join()
        self.reader.close()


def scatter_gather(function, chunks):
    workers = [Worker(function, chunk) for chunk in chunks]
    for worker in workers:
        worker.receiver.start()
    for worker in workers:
        worker.receiver.join()
    for index, worker in enumerate(workers):
        if worker.answer is None:
            raise WorkerDied(index)
        if "error" in worker.answer:
            raise worker.answer["error"]
    return [worker.answer["value"] for worker in workers]
