# right: an instance that can be called and pickled
from multiprocessing import Pool
from functools import partial

class Settled:
    def __init__(self, function): self.function = function
    def __call__(self, item):
        try:
            value = self.function(item)
        except Exception as exc:
            return "error", exc
        else:
            return "ok", value
def map_settled(function, items, processes=2):
    with Pool(processes) as pool:
        return [*pool.imap(Settled(function), items, chunksize=2)]
