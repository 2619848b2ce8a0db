# right: closures; the managers are ExitStack subclasses that know how to leave
import threading
from contextlib import ExitStack


class ReadWriteLock:
    def __init__(self):
        changed = threading.Condition(threading.Lock())
        readers, writers, waiting = [], [], []

        class Reading(ExitStack):
            def __enter__(self):
                with changed:
                    changed.wait_for(lambda: not writers and not waiting)
                    readers.append(self)
                self.callback(leave, readers, self)
                return super().__enter__()

        class Writing(ExitStack):
            def __enter__(self):
                with changed:
                    waiting.append(self)
                    changed.wait_for(lambda: not writers and not readers)
                    waiting.remove(self)
                    writers.append(self)
                self.callback(leave, writers, self)
                return super().__enter__()

        def leave(where, who):
            with changed:
                where.remove(who)
                changed.notify_all()

        self.read, self.write = Reading, Writing
