# right: a context manager owns the child: whatever happens in its body, the child is killed (if it still runs) and joined
from concurrent.futures import Future, wait
from contextlib import contextmanager
from multiprocessing import Pipe, Process
from threading import Thread


class ChildCrashed(Exception):
    def __init__(self, exitcode):
        super().__init__(f"exit code {exitcode}")
        self.exitcode = exitcode


def _main(sender, function, args):
    future = Future()
    try:
        future.set_result(function(*args))
    except Exception as error:
        sender.send((None, error))
    else:
        sender.send((future.result(), None))


@contextmanager
def _child(function, args):
    receiver, sender = Pipe(False)
    process = Process(target=_main, args=(sender, function, args))
    process.start()
    sender.close()
    arrived = Future()

    def pump():
        try:
            arrived.set_result(receiver.recv())
        except (EOFError, OSError):
            arrived.set_result(None)

    thread = Thread(target=pump)
    thread.start()
    try:
        yield process, arrived
    finally:
        if not arrived.done():
            process.kill()
        thread.join()
        process.join()
        receiver.close()


def run_isolated(function, *args, timeout=None):
    with _child(function, args) as (process, arrived):
        in_time = bool(wait([arrived], timeout).done)
        if not in_time:
            process.kill()
    if not in_time:
        raise TimeoutError("past the timeout")
    pair = arrived.result()
    if pair is None:
        raise ChildCrashed(process.exitcode)
    value, error = pair
    if error is None:
        return value
    raise error
