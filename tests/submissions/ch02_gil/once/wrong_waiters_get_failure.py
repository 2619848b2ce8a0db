# fails: errors: B waits for A's future; A's call raises, and B gets A's exception instead of running the function itself
# kind: exception|wrong_result|race
from concurrent.futures import Future


def once(function):
    place = {}

    def call():
        own = Future()
        future = place.setdefault(0, own)
        if future is own:
            try:
                own.set_result(function())
            except Exception as error:
                place.pop(0)
                own.set_exception(error)
        return future.result()

    return call
