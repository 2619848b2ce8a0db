# right: terminate first, kill if that does not help within a second (or if the second is over too early); a queue for the answer
import queue
import threading
from multiprocessing import Pipe, Process


class ChildCrashed(Exception):
    def __init__(self, exitcode):
        super().__init__(exitcode)
        self.exitcode = exitcode


def _run(sender, function, args):
    try:
        message = {"result": function(*args)}
    except Exception as error:
        message = {"error": error}
    sender.send(message)


def _receive(receiver, messages):
    try:
        message = receiver.recv()
    except (EOFError, OSError):
        message = {}
    messages.put(message)


def _end(process):
    process.terminate()
    process.join(1)
    if process.exitcode is None:
        process.kill()
        process.join()


def run_isolated(function, *args, timeout=None):
    receiver, sender = Pipe(False)
    process = Process(target=_run, args=(sender, function, args))
    process.start()
    sender.close()
    messages = queue.SimpleQueue()
    thread = threading.Thread(target=_receive, args=(receiver, messages))
    thread.start()
    try:
        message = messages.get(timeout=timeout)
    except queue.Empty:
        _end(process)
        raise TimeoutError(f"more than {timeout} s") from None
    finally:
        thread.join()
        process.join()
        receiver.close()
    if "error" in message:
        raise message["error"]
    if "result" in message:
        return message["result"]
    raise ChildCrashed(process.exitcode)
