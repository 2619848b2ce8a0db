# fails: errors: the reducer raises StopIteration; inside Executor.map's generator it becomes a RuntimeError
# kind: exception|wrong_result
from concurrent.futures import ProcessPoolExecutor


def pairs_of(mapper, document):
    return list(mapper(document))


def map_reduce(mapper, reducer, documents, processes=2):
    with ProcessPoolExecutor(processes) as executor:
        groups = {}
        for future in [executor.submit(pairs_of, mapper, document) for document in documents]:
            for key, value in future.result():
                groups.setdefault(key, []).append(value)
        return dict(zip(list(groups), executor.map(reducer, list(groups), list(groups.values()))))
