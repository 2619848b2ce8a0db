# fails: order: the documents are dealt out as documents[i::processes]; the values come in that order: 0, 2, 4, 1, 3
# kind: wrong_result
from multiprocessing import Pool


def pairs_of(mapper, share):
    pairs = []
    for document in share:
        pairs += mapper(document)
    return pairs


def map_reduce(mapper, reducer, documents, processes=2):
    pool = Pool(processes)
    try:
        documents = list(documents)
        groups = {}
        for task in [pool.apply_async(pairs_of, (mapper, documents[i::processes])) for i in range(processes)]:
            for key, value in task.get():
                groups.setdefault(key, []).append(value)
        tasks = [pool.apply_async(reducer, group) for group in groups.items()]
        return dict(zip(groups, [task.get() for task in tasks]))
    finally:
        pool.close()
        pool.join()
