# right: apply_async for every document and every key; a failure ends the pool by terminate
import multiprocessing


def emit_pairs(mapper, document):
    pairs = []
    for pair in mapper(document):
        pairs.append(tuple(pair))
    return pairs


def map_reduce(mapper, reducer, documents, processes=2):
    with multiprocessing.Pool(processes) as pool:
        jobs = []
        for document in documents:
            jobs.append(pool.apply_async(emit_pairs, (mapper, document)))
        values_of = {}
        for job in jobs:
            for key, value in job.get():
                if key not in values_of:
                    values_of[key] = []
                values_of[key].append(value)
        results = {}
        for key in values_of:
            results[key] = pool.apply_async(reducer, (key, values_of[key]))
        answer = {}
        for key, result in results.items():
            answer[key] = result.get()
    pool.join()
    return answer
