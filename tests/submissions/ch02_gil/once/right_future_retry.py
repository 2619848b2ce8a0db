# right: setdefault elects the one who runs; the others wait for its future and begin anew if it failed
from concurrent.futures import Future


def once(function):
    place = {}

    def call():
        while True:
            own = Future()
            future = place.setdefault(0, own)
            if future is own:
                try:
                    own.set_result(function())
                except BaseException as error:
                    place.pop(0)
                    own.set_exception(error)
                    raise
                return own.result()
            if future.exception() is None:
                return future.result()

    return call
