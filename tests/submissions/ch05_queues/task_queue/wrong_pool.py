# fails: workers: a pool does the work; no JoinableQueue feeds it
# kind: forbidden|interface|wrong_result
from multiprocessing import Pool


def process_all(items, work, workers=2):
    results, errors = {}, {}
    with Pool(workers) as pool:
        for index, answer in enumerate([pool.apply_async(work, (item,)) for item in items]):
            try:
                results[index] = answer.get()
            except Exception as error:
                errors[index] = error
    return results, errors
