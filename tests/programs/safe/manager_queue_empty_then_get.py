# right: get_nowait() itself says whether there was one
import queue
from multiprocessing import Manager, Process


def work(jobs, done):
    try:
        done.append(jobs.get_nowait())
    except queue.Empty:
        pass


def main():
    with Manager() as manager:
        jobs, done = manager.Queue(), manager.list()
        jobs.put("job")
        workers = [Process(target=work, args=(jobs, done)) for _ in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        assert [worker.exitcode for worker in workers] == [0, 0], "a worker found the queue empty after all"
        assert list(done) == ["job"]
