# right: the spawn context; the worker pickles the answer itself and sends bytes
import pickle
from multiprocessing import get_context


class WorkerDied(Exception):
    def __init__(self, index: int) -> None:
        super().__init__(f"worker {index} died without an answer")
        self.index = index


def _child(job: bytes, pipe) -> None:
    function, chunk = pickle.loads(job)
    try:
        fine, value = 1, function(chunk)
    except Exception as error:
        fine, value = 0, error
    pipe.send_bytes(pickle.dumps((fine, value)))
    pipe.close()


def scatter_gather(function, chunks) -> list:
    context = get_context("spawn")
    running = []
    for chunk in chunks:
        mine, its = context.Pipe(duplex=False)
        process = context.Process(target=_child, args=(pickle.dumps((function, chunk)), its))
        process.start()
        its.close()
        running.append((process, mine))
    answers: list = []
    for process, mine in running:
        try:
            answers.append(pickle.loads(mine.recv_bytes()))
        except (EOFError, OSError):
            answers.append(None)
        finally:
            mine.close()
    for process, _ in running:
        process.join()
    values = []
    for index, answer in enumerate(answers):
        if answer is None:
            raise WorkerDied(index)
        fine, value = answer
        if not fine:
            raise value
        values.append(value)
    return values
