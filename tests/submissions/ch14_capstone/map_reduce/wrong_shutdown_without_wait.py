# fails: basics: shutdown(wait=False) does not wait for the executor's processes
# kind: leak
from concurrent.futures import ProcessPoolExecutor


def pairs_of(mapper, document):
    return list(mapper(document))


def map_reduce(mapper, reducer, documents, processes=2):
    executor = ProcessPoolExecutor(processes)
    try:
        groups = {}
        for future in [executor.submit(pairs_of, mapper, document) for document in documents]:
            for key, value in future.result():
                groups.setdefault(key, []).append(value)
        futures = {key: executor.submit(reducer, key, values) for key, values in groups.items()}
        return {key: future.result() for key, future in futures.items()}
    finally:
        executor.shutdown(wait=False)
