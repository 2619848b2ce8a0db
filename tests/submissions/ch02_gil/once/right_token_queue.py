# right: a token in a queue is the right to look and to run; it carries the outcome list
from queue import SimpleQueue


def once(function):
    tokens = SimpleQueue()
    tokens.put([])

    def call():
        outcome = tokens.get()
        try:
            if not outcome:
                outcome.append(function())
            return outcome[0]
        finally:
            tokens.put(outcome)

    return call
