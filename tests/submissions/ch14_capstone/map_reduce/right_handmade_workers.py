# right: processes of the module's own with a pipe each; jobs are dealt out in turn, answers taken in the same turn
from multiprocessing import Pipe, Process


def worker(pipe):
    while (job := pipe.recv()) is not None:
        function, args = job
        try:
            answer = (True, function(*args))
        except Exception as error:
            answer = (False, error)
        pipe.send(answer)


def listed(mapper, document):
    return tuple(mapper(document))


class Crew:
    def __init__(self, size):
        self.pipes, self.processes = [], []
        for _ in range(size):
            ours, theirs = Pipe()
            process = Process(target=worker, args=(theirs,))
            process.start()
            theirs.close()
            self.pipes.append(ours)
            self.processes.append(process)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        for pipe in self.pipes:
            pipe.send(None)
        for process, pipe in zip(self.processes, self.pipes):
            process.join()
            pipe.close()

    def run(self, jobs):
        answers = []
        for begin in range(0, len(jobs), len(self.pipes)):
            busy = list(zip(self.pipes, jobs[begin:begin + len(self.pipes)]))
            for pipe, job in busy:
                pipe.send(job)
            answers += [pipe.recv() for pipe, _ in busy]
        for fine, value in answers:
            if not fine:
                raise value
        return [value for _, value in answers]


def map_reduce(mapper, reducer, documents, processes=2):
    with Crew(processes) as crew:
        groups = {}
        for pairs in crew.run([(listed, (mapper, document)) for document in documents]):
            for key, value in pairs:
                groups.setdefault(key, []).append(value)
        keys = list(groups)
        return dict(zip(keys, crew.run([(reducer, (key, groups[key])) for key in keys])))
