# right: both callbacks fill numbered slots; the pool is joined, so that all of them have run
from functools import partial
from multiprocessing import Pool


def map_settled(function, items, processes=2):
    slots = {}

    def keep(number, word, content):
        slots[number] = (word, content)

    pool = Pool(processes)
    try:
        for number, item in enumerate(items):
            pool.apply_async(function, (item,), callback=partial(keep, number, "ok"),
                             error_callback=partial(keep, number, "error"))
    finally:
        pool.close()
        pool.join()
    return [slots[number] for number in sorted(slots)]
