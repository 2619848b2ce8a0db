# fails: basics: the processes are joined before the queue is read: a large answer blocks its writer in put
# kind: deadlock|hang
from multiprocessing import Process, SimpleQueue


def run(function, jobs, answers):
    for number, args in jobs:
        try:
            answers.put((number, True, function(*args)))
        except Exception as error:
            answers.put((number, False, error))


def listed(mapper, document):
    return list(mapper(document))


def run_all(function, jobs, processes):
    jobs, answers = list(enumerate(jobs)), SimpleQueue()
    team = [Process(target=run, args=(function, jobs[i::processes], answers)) for i in range(processes)]
    for process in team:
        process.start()
    for process in team:
        process.join()
    found = {}
    for _ in jobs:
        number, fine, value = answers.get()
        if not fine:
            raise value
        found[number] = value
    return [found[number] for number in range(len(jobs))]


def map_reduce(mapper, reducer, documents, processes=2):
    groups = {}
    for pairs in run_all(listed, [(mapper, document) for document in documents], processes):
        for key, value in pairs:
            groups.setdefault(key, []).append(value)
    return dict(zip(groups, run_all(reducer, list(groups.items()), processes)))
