"""The results pipe: what a learner writes to it is never taken for a result, and never breaks the reader."""

import os

import pytest

from autograder import sandbox
from autograder.sandbox import protocol

LONG = sandbox.Limits(wall=60)
TOKEN = "00ff" * 16
pipes = pytest.mark.skipif(os.name != "posix", reason="the payloads look for the pipe with fcntl")


def messages(count=3):
    """Lines of an honest child."""
    lines = []
    send = protocol.sender(TOKEN, lines.append)
    for number in range(count):
        send("progress", {"number": number, "text": "\u2028\ud800\n"})
    send("result", {"done": True})
    return lines


def test_messages_come_through_however_they_are_cut():
    data = b"".join(messages())
    for size in (1, 7, 64, len(data)):
        receiver = protocol.Receiver(TOKEN)
        got = [message for at in range(0, len(data), size) for message in receiver.feed(data[at : at + size])]
        assert [kind for kind, _ in got] == ["progress"] * 3 + ["result"]
        assert got[1] == ("progress", {"number": 1, "text": "\u2028\ud800\n"}) and got[-1][1] == {"done": True}


def sealed(body, sequence=0):
    return b"%d %b %b\n" % (sequence, protocol._seal(bytes.fromhex(TOKEN), sequence, body), body)


@pytest.mark.parametrize("lines", [
    [b"\n"], [b"garbage\n"], [b'{"result":{}}\n'], [b"0 00 {}\n"], [b"\xff\xfe\n"], [b"9" * 5000 + b" 0 {}\n"],
    messages()[1:], messages()[:1] * 2, [messages()[-1]], [*messages(), sealed(b'{"result":{}}', 4)],
    [messages()[0].replace(b"progress", b"rogressp")], [messages()[0].replace(b"0 ", b"00 ", 1)],
    [sealed(b"[]")], [sealed(b"{}")], [sealed(b'{"result":1}')], [sealed(b'{"other":{}}')],
    [sealed(b'{"result":{},"error":{}}')], [sealed(b"[" * 100_000)], [sealed(b'{"result":' + b"9" * 5000 + b"}")],
], ids=range(19))
def test_what_is_not_the_next_sealed_message_is_refused(lines):
    receiver = protocol.Receiver(TOKEN)
    with pytest.raises(protocol.Tampered):
        for line in lines:
            receiver.feed(line)


def test_lines_and_floods_are_bounded():
    receiver = protocol.Receiver(TOKEN)
    with pytest.raises(protocol.Tampered, match="longer"):
        for _ in range(100):
            receiver.feed(b"x" * 65536)
    receiver = protocol.Receiver(TOKEN)
    send = protocol.sender(TOKEN, receiver.feed)
    with pytest.raises(protocol.Tampered, match="more messages"):
        for _ in range(100):
            send("progress", {"x": "x" * 1_000_000})


def test_half_a_line_is_what_a_killed_child_leaves():
    receiver = protocol.Receiver(TOKEN)
    receiver.feed(messages()[0])
    assert receiver.feed(messages()[1][:-5]) == []


def test_the_sender_sends_plain_data_only():
    send = protocol.sender(TOKEN, lambda line: None)
    for value in (float("nan"), object(), {1: object()}):
        with pytest.raises((TypeError, ValueError)):
            send("result", {"value": value})
    with pytest.raises(protocol.TooLarge):
        send("result", {"value": "x" * protocol.MAX_MESSAGE})


@pytest.mark.parametrize("payload", ["too_large", "no_json"])
def test_a_result_that_cannot_be_sent_is_a_fault_of_ours(any_kind, start, payload):
    outcome = start(any_kind, payload, LONG)
    assert outcome.status == "error" and ("TooLarge" in outcome.detail or "ValueError" in outcome.detail)


def test_a_result_forged_on_stdout_is_ignored(any_kind, start):
    outcome = start(any_kind, "forge_on_stdout", LONG)
    assert outcome.status == "ok" and outcome.result == {"forged": False}


@pipes
@pytest.mark.parametrize("what", ["garbage", "forged", "binary", "nested", "number", "endless"])
def test_a_line_on_the_results_pipe_is_tampering(any_kind, start, what):
    outcome = start(any_kind, "write_to_results", LONG, what=what)
    assert outcome.status == "tampered" and outcome.result is None
    assert "does not count" in outcome.message


@pipes
def test_a_stolen_message_cannot_be_used(any_kind, start):
    outcome = start(any_kind, "read_results_back", LONG)
    assert outcome.status == "tampered" or outcome.result == {"forged": False}


@pipes
def test_closing_every_descriptor_gives_no_result(any_kind, start):
    outcome = start(any_kind, "close_everything", LONG)
    assert outcome.status == "died" and outcome.result is None
