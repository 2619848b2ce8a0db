"""The parent's ends of a child's pipes. Each is served by one thread, the only way that Windows has as well.

A thread ends, and closes its pipe, when the last process that holds the other end is gone. In a weak sandbox a process
may escape, and then the thread and its descriptor stay as long as it does; nobody waits for them without end.
"""

import threading

from autograder.sandbox import protocol

_CHUNK = 64 * 1024


class Kept:
    """The head and the tail of a stream of bytes; what is between them is counted and dropped.

    Invariant: holds at most `room` + one chunk, however much is fed.
    """

    def __init__(self, room):
        """room: bytes to keep."""
        self._half = room // 2
        self._head = bytearray()
        self._tail = bytearray()
        self.total = 0

    def feed(self, data):
        """Take the next bytes of the stream."""
        self.total += len(data)
        if (free := self._half - len(self._head)) > 0:
            self._head += data[:free]
            data = data[free:]
        self._tail += data
        if (extra := len(self._tail) - self._half) > 0:
            del self._tail[:extra]

    def text(self):
        """What was kept, as text, with a line that says what was left out. Undecodable bytes become U+FFFD."""
        dropped = self.total - len(self._head) - len(self._tail)
        head = self._head.decode("utf-8", "replace")
        tail = self._tail.decode("utf-8", "replace")
        if not dropped:
            return (self._head + self._tail).decode("utf-8", "replace")
        return f"{head}\n… {dropped:,} bytes left out …\n{tail}"


class Output:
    """What a child prints: `stdout` and `stderr` are Kept, `total` the bytes of both."""

    def __init__(self, keep, most, overflow):
        """keep: bytes to keep of both. most: bytes after which `overflow()` is called, once, from a reader's thread."""
        self.stdout = Kept(keep // 2)
        self.stderr = Kept(keep // 2)
        self._most = most
        self._overflow = overflow

    @property
    def total(self):
        return self.stdout.total + self.stderr.total

    def read(self, pipe, kept):
        """Read `pipe` (a binary file) to its end into `kept`, then close it."""
        with pipe:
            while data := pipe.read1(_CHUNK):
                kept.feed(data)
                if self.total > self._most and self._overflow:
                    overflow, self._overflow = self._overflow, None
                    overflow()


def read_messages(pipe, token, put):
    """Read the results pipe to its end: for a line `put("message", (kind, value))`, or once `put("tampered", why)`."""
    receiver = protocol.Receiver(token)
    with pipe:
        try:
            while data := pipe.read1(_CHUNK):
                for message in receiver.feed(data):
                    put("message", message)
        except protocol.Tampered as error:
            put("tampered", str(error))
            while pipe.read1(_CHUNK):
                pass  # a full pipe must not keep the child from being ended


def write_all(pipe, data):
    """Write `data` to `pipe` (a binary file) and close it. A child that has gone does not matter."""
    try:
        with pipe:
            pipe.write(data)
    except OSError:
        pass


def start(function, *arguments):
    """Run `function(*arguments)` in a thread that does not keep the interpreter from ending; return it."""
    thread = threading.Thread(target=function, args=arguments, daemon=True, name=f"sandbox {function.__name__}")
    thread.start()
    return thread
