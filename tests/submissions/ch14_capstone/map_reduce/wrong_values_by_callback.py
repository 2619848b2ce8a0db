# fails: order: the callbacks group the pairs in the order in which the documents are done
# kind: wrong_result|race
from multiprocessing import Pool


def pairs_of(mapper, document):
    return list(mapper(document))


def map_reduce(mapper, reducer, documents, processes=2):
    pool = Pool(processes)
    try:
        groups = {}

        def add(pairs):
            for key, value in pairs:
                groups.setdefault(key, []).append(value)

        tasks = [pool.apply_async(pairs_of, (mapper, document), callback=add) for document in documents]
        for task in tasks:
            task.get()
        tasks = [pool.apply_async(reducer, group) for group in groups.items()]
        return dict(zip(groups, [task.get() for task in tasks]))
    finally:
        pool.close()
        pool.join()
