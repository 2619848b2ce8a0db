# right: each worker groups its own document's pairs into lists; the lists are put end to end in the order of the documents
from concurrent.futures import ProcessPoolExecutor, wait


def grouped(mapper, document):
    groups = {}
    for key, value in mapper(document):
        groups.setdefault(key, []).append(value)
    return groups


def map_reduce(mapper, reducer, documents, processes=2):
    executor = ProcessPoolExecutor(processes)
    try:
        futures = [executor.submit(grouped, mapper, document) for document in documents]
        wait(futures)
        merged = {}
        for future in futures:
            for key, values in future.result().items():
                merged.setdefault(key, []).extend(values)
        futures = [(key, executor.submit(reducer, key, values)) for key, values in merged.items()]
        result = {}
        for key, future in futures:
            result[key] = future.result()
        return result
    finally:
        executor.shutdown(cancel_futures=True)
