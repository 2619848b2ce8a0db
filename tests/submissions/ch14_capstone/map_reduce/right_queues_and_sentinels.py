# right: two rounds of fresh processes, jobs through one queue, numbered answers through another, read before the join
from multiprocessing import Process, SimpleQueue


def serve(jobs, answers):
    for number, call in iter(jobs.get, (None, None)):
        try:
            answers.put((number, "value", call()))
        except Exception as error:
            answers.put((number, "error", error))


class Call:
    def __init__(self, function, *args):
        self.function, self.args = function, args

    def __call__(self):
        return self.function(*self.args)


class MapCall(Call):
    def __call__(self):
        return list(super().__call__())


def run_all(calls, processes):
    jobs, answers = SimpleQueue(), SimpleQueue()
    team = [Process(target=serve, args=(jobs, answers)) for _ in range(processes)]
    for process in team:
        process.start()
    found = {}
    given = 0
    while len(found) < len(calls):
        while given < len(calls) and given < len(found) + processes:
            jobs.put((given, calls[given]))
            given += 1
        number, kind, value = answers.get()
        found[number] = kind, value
    for _ in team:
        jobs.put((None, None))
    for process in team:
        process.join()
    for kind, value in found.values():
        if kind == "error":
            raise value
    return [found[number][1] for number in range(len(calls))]


def map_reduce(mapper, reducer, documents, processes=2):
    groups = {}
    for pairs in run_all([MapCall(mapper, document) for document in documents], processes):
        for key, value in pairs:
            groups.setdefault(key, []).append(value)
    results = run_all([Call(reducer, key, values) for key, values in groups.items()], processes)
    return {key: result for key, result in zip(groups, results)}
