# fails: one_call: lru_cache does not keep a second thread from calling the function before the first has a result
# kind: race|wrong_result
from functools import lru_cache


def once(function):
    return lru_cache(maxsize=None)(lambda: function())
