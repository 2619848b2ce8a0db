# right: a Timer kills the child and says so; it is cancelled and joined before the child is
import multiprocessing
import threading


class ChildCrashed(Exception):
    exitcode = None


class Watch:
    def __init__(self, process, timeout):
        self.process, self.timeout = process, timeout
        self.rang = False

    def ring(self):
        self.rang = True
        self.process.kill()

    def __enter__(self):
        self.timer = None
        if self.timeout is not None:
            self.timer = threading.Timer(self.timeout, self.ring)
            self.timer.start()
        return self

    def __exit__(self, *exc_info):
        if self.timer is not None:
            self.timer.cancel()
            self.timer.join()


def _child(connection, function, args):
    try:
        result = function(*args)
    except Exception as error:
        connection.send((error, None))
    else:
        connection.send((None, result))


def run_isolated(function, *args, timeout=None):
    ours, theirs = multiprocessing.Pipe(False)
    process = multiprocessing.Process(target=_child, args=(theirs, function, args))
    process.start()
    theirs.close()
    answer = None
    with Watch(process, timeout) as watch:
        try:
            answer = ours.recv()
        except (EOFError, OSError):
            pass
    process.join()
    ours.close()
    if answer is None:
        if watch.rang:
            raise TimeoutError(timeout)
        crash = ChildCrashed(process.exitcode)
        crash.exitcode = process.exitcode
        raise crash
    error, result = answer
    if error is not None:
        raise error
    return result
