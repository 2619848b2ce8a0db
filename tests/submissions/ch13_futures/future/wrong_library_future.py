# fails: loads: a subclass of concurrent.futures.Future
# kind: forbidden
from concurrent.futures import Future as Base
from concurrent.futures import InvalidStateError


class Future(Base):
    def set_result(self, value):
        if self.done():
            raise InvalidStateError
        super().set_result(value)

    def set_exception(self, error):
        if self.done():
            raise InvalidStateError
        super().set_exception(error)
