# fails: loads: the library's Future is fetched with getattr and wrapped
# kind: forbidden
import concurrent.futures as library

_Base = getattr(library, "Fut" + "ure")


class Future:
    def __init__(self):
        self._inner = _Base()

    def __getattr__(self, name):
        return getattr(self._inner, name)

    def add_done_callback(self, fn):
        self._inner.add_done_callback(lambda inner: fn(self))
