# right: every attempt is an object with an event; who fails takes it away, and those who waited elect the next
from threading import Event


class Attempt:
    def __init__(self):
        self.over = Event()
        self.results = []


def once(function):
    current = {}

    def call():
        while True:
            mine = Attempt()
            attempt = current.setdefault("attempt", mine)
            if attempt is mine:
                try:
                    attempt.results.append(function())
                except BaseException:
                    del current["attempt"]
                    raise
                finally:
                    attempt.over.set()
            else:
                attempt.over.wait()
            if attempt.results:
                return attempt.results[0]

    return call
