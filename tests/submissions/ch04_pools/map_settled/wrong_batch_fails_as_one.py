# fails: errors: an item fails: the rest of its batch is not called and gets the same exception
# kind: wrong_result
from functools import partial
from multiprocessing import Pool


def _settle_batch(function, batch):
    pairs = []
    try:
        for item in batch:
            pairs.append(("ok", function(item)))
    except Exception as error:
        pairs += [("error", error)] * (len(batch) - len(pairs))
    return pairs


def map_settled(function, items, processes=2):
    items = list(items)
    batches = [items[start:start + 2] for start in range(0, len(items), 2)]
    with Pool(processes) as pool:
        answers = pool.map(partial(_settle_batch, function), batches)
    return [pair for pairs in answers for pair in pairs]
