# right: send, receive and close are closures over local state; items are numbered in a dictionary
import itertools
import threading


class Closed(Exception):
    pass


class Channel:
    def __init__(self, capacity):
        turn = threading.Condition(threading.Lock())
        waiting = {}
        written, read = itertools.count(), itertools.count()
        open_ = True

        def send(item):
            nonlocal open_
            with turn:
                turn.wait_for(lambda: not open_ or len(waiting) < capacity)
                if not open_:
                    raise Closed("closed")
                waiting[next(written)] = item
                turn.notify_all()

        def receive():
            with turn:
                turn.wait_for(lambda: waiting or not open_)
                if waiting:
                    turn.notify_all()
                    return waiting.pop(next(read))
                raise Closed("closed")

        def close():
            nonlocal open_
            with turn:
                open_ = False
                turn.notify_all()

        self.send, self.receive, self.close = send, receive, close
