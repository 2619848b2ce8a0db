"""The wire format between the parent and the sandboxed child; the same bytes on every system.

    stdin of the child    one JSON object, the envelope: {"token", "entry", "path", "limits", "job"}; then end of file
    results pipe          lines `SEQUENCE SEAL JSON\\n`: {"ready": {}} before the entry point is loaded,
                          {"progress": {...}} any number of times, then one {"result": {...}} or
                          {"error": {"kind", "message", "exitcode"}}

The results pipe is a descriptor of its own, never stdout, so nothing a learner prints can be taken for a result.
SEAL is a keyed hash of sequence number and JSON under the job's random token. A line that is not sealed, comes out of
turn, or is too long is `Tampered`: an outcome of the run, never a crash of the reader. Unsealed JSON is not parsed.

The seal is worth what the token's secrecy is worth. The child keeps the token in one closure only, and has read it
before learner code is loaded; a seal does not show its key, so reading the pipe back (/proc/self/fd/N) gives nothing
to forge with. What remains for part 5: learner code runs in that very process, so with `gc`, frames or `ctypes` it
could find the sender. The closed world of the checks (imports, dunders) and the canary have to stand there.

The child imports this module first thing: standard library only, and little of it.
"""

import hashlib
import json

MAX_MESSAGE = 4 * 1024 * 1024
"""Longest line in bytes. A trace of 1,000 operations is about 200 kB."""

MAX_TOTAL = 32 * 1024 * 1024
"""All messages of one job together, in bytes: what a flood of sealed progress may cost the parent."""

KINDS = ("ready", "progress", "result", "error")

_SEAL = 16  # bytes; its hexadecimal form is on the line


class Tampered(Exception):
    """The results pipe held something the child's own sender cannot have written."""


class TooLarge(ValueError):
    """A message of the grader's own is longer than MAX_MESSAGE."""


def _seal(token, sequence, body):
    """The hexadecimal seal of `body` (bytes) as message number `sequence` under `token` (bytes)."""
    return hashlib.blake2b(b"%d %b" % (sequence, body), key=token, digest_size=_SEAL).hexdigest().encode()


def sender(token, write):
    """Return `send(kind, value)`, which seals messages one after another.

    token: the job's secret, hexadecimal; kept in the closure of `send` and nowhere else.
    write: called with the bytes of one whole line.
    `send` raises TooLarge, or ValueError/TypeError where `value` is not plain JSON data (NaN is not).
    """
    key = bytes.fromhex(token)
    # Bound here, before learner code is loaded: replacing json.dumps or this module's names later changes nothing.
    encode = json.JSONEncoder(allow_nan=False, separators=(",", ":")).encode
    seal, largest, sequence = _seal, MAX_MESSAGE, 0

    def send(kind, value):
        nonlocal sequence
        body = encode({kind: value}).encode("ascii")
        line = b"%d %b %b\n" % (sequence, seal(key, sequence, body), body)
        if len(line) > largest:
            raise TooLarge(f"a message of {len(line):,} bytes; at most {largest:,} are allowed")
        sequence += 1
        write(line)

    return send


class Receiver:
    """Takes the bytes of the results pipe as they come and gives back the messages in them.

    Invariant: `_rest` holds no newline and at most MAX_MESSAGE bytes; after the first Tampered nothing is accepted.
    """

    def __init__(self, token):
        """token: the secret sent in the envelope, hexadecimal."""
        self._key = bytes.fromhex(token)
        self._rest = bytearray()
        self._sequence = 0
        self._total = 0
        self._ended = False

    def feed(self, data):
        """Return the list of (kind, value) completed by `data` (bytes). Raises Tampered.

        What a killed child left of its last line is no message and no offence: it stays in `_rest`.
        """
        self._total += len(data)
        if self._total > MAX_TOTAL:
            raise Tampered("more messages than one job may send")
        *lines, rest = data.split(b"\n")
        messages = []
        for line in lines:
            self._rest += line
            messages.append(self._message(bytes(self._rest)))
            self._rest.clear()
        self._rest += rest
        if len(self._rest) > MAX_MESSAGE:
            raise Tampered("a message longer than allowed")
        return messages

    def _message(self, line):
        number, _, rest = line.partition(b" ")
        seal, _, body = rest.partition(b" ")
        if self._ended:
            raise Tampered("a message after the result")
        if len(line) >= MAX_MESSAGE:
            raise Tampered("a message longer than allowed")
        if number != b"%d" % self._sequence or seal != _seal(self._key, self._sequence, body):
            raise Tampered("a message without the seal of this job")
        self._sequence += 1
        try:
            ((kind, value),) = json.loads(body).items()
        except (ValueError, AttributeError, RecursionError) as error:
            raise Tampered("a sealed message that is not one JSON object") from error
        if kind not in KINDS or not isinstance(value, dict):
            raise Tampered("a sealed message of no known kind")
        self._ended = kind in ("result", "error")
        return kind, value
