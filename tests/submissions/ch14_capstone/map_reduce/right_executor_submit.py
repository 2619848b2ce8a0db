# right: a ProcessPoolExecutor, futures asked for in order; its with waits for the processes
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor


def collect(mapper, document):
    return [(key, value) for key, value in mapper(document)]


def map_reduce(mapper, reducer, documents, processes=2):
    with ProcessPoolExecutor(max_workers=processes) as executor:
        mapped = [executor.submit(collect, mapper, document) for document in documents]
        groups = defaultdict(list)
        for future in mapped:
            for key, value in future.result():
                groups[key].append(value)
        reduced = {key: executor.submit(reducer, key, values) for key, values in groups.items()}
        return {key: future.result() for key, future in reduced.items()}
