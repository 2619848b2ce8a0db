# fails: deaths: a pool's worker that dies leaves its task without an answer: get() waits for ever
# kind: deadlock|hang
from multiprocessing import Pool


class WorkerDied(Exception):
    def __init__(self, index):
        super().__init__(f"worker {index} died")
        self.index = index


def scatter_gather(function, chunks):
    chunks = list(chunks)
    if not chunks:
        return []
    pool = Pool(len(chunks))
    try:
        tasks = [pool.apply_async(function, (chunk,)) for chunk in chunks]
        return [task.get() for task in tasks]
    finally:
        pool.terminate()
        pool.join()
