# kind: wrong_result|race
# schedule: both workers find the queue not empty; one takes the only job, the other's get_nowait() raises Empty
import queue
from multiprocessing import Manager, Process


def work(jobs, done):
    if not jobs.empty():
        done.append(jobs.get_nowait())


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
