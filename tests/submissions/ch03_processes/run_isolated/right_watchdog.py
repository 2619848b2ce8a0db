# right: a watchdog thread waits for "answered" with the timeout; if it expires, the watchdog kills the child
from multiprocessing import Pipe, Process
from threading import Event, Thread


class ChildCrashed(Exception):
    def __init__(self, exitcode):
        Exception.__init__(self, exitcode)

    @property
    def exitcode(self):
        return self.args[0]


class Child(Process):
    def __init__(self, function, args):
        Process.__init__(self)
        self.call = function, args
        self.receiver, self.sender = Pipe(False)

    def run(self):
        function, args = self.call
        try:
            answer = [function(*args)]
        except Exception as error:
            answer = error
        self.sender.send(answer)

    def receive(self):
        self.sender.close()
        try:
            return self.receiver.recv()
        except (EOFError, OSError):
            return None
        finally:
            self.receiver.close()


def run_isolated(function, *args, timeout=None):
    child = Child(function, args)
    child.start()
    settled, expired = Event(), Event()

    def watch():
        if not settled.wait(timeout):
            expired.set()
            child.kill()

    watchdog = Thread(target=watch)
    watchdog.start()
    answer = child.receive()
    settled.set()
    watchdog.join()
    child.join()
    if isinstance(answer, list):
        return answer[0]
    if answer is not None:
        raise answer
    if expired.is_set():
        raise TimeoutError
    raise ChildCrashed(child.exitcode)
