# fails: basics: the workers sort their pairs into partitions by hash(key); the hash of a text differs between spawned
# processes: the
# values of one key are reduced in two parts
# kind: wrong_result
from multiprocessing import Pool


def pairs_of(mapper, document):
    parts = [], []
    for key, value in mapper(document):
        parts[hash(key) % 2].append((key, value))
    return parts


def reduce_part(reducer, pairs):
    groups = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: reducer(key, values) for key, values in groups.items()}


def map_reduce(mapper, reducer, documents, processes=2):
    pool = Pool(processes)
    try:
        parts = [], []
        for task in [pool.apply_async(pairs_of, (mapper, document)) for document in documents]:
            for number, pairs in enumerate(task.get()):
                parts[number].extend(pairs)
        result = {}
        for task in [pool.apply_async(reduce_part, (reducer, pairs)) for pairs in parts]:
            result.update(task.get())
        return result
    finally:
        pool.close()
        pool.join()
