"""Small deterministic programs on pipes: each function gives what it sees, the same for real and on the machine.

``tests/explore/test_pipes.py`` runs them both ways.  Names ending in _ are helpers.
"""

import multiprocessing
from multiprocessing import connection


def tell_(function, *args, **kwargs):
    """What a call gives, or the exception's type and text; addresses are left out."""
    try:
        return function(*args, **kwargs)
    except BaseException as error:
        return [type(error).__name__, plain_(str(error))]


def plain_(text):
    return " ".join("0x" if word.startswith("0x") else word for word in text.replace(">", " >").split())


def start_(function, *args):
    process = multiprocessing.Process(target=function, args=args)
    process.start()
    return process


def send_all_(writer, *items):
    for item in items:
        writer.send(item)
    writer.close()


def until_the_end_(reader):
    got = []
    try:
        while True:
            got.append(reader.recv())
    except EOFError:
        return got


def echo_(conn):
    while True:
        item = conn.recv()
        if item is None:
            break
        conn.send([item, item])


def close_(end):
    end.close()


def send_through_(conn):
    reader, writer = multiprocessing.Pipe(False)
    conn.send(reader)
    writer.send("through a pipe that was sent")
    conn.recv()


class Odd:
    def __reduce__(self):
        raise ValueError("cannot be pickled")


def values_and_order():
    reader, writer = multiprocessing.Pipe(False)
    child = start_(send_all_, writer, 1, "two", [3.0], {"four": None}, b"five")
    writer.close()
    got = until_the_end_(reader)
    child.join()
    return [str(item) for item in got] + [child.exitcode]


def both_ways():
    mine, its = multiprocessing.Pipe()
    child = start_(echo_, its)
    got = []
    for item in (1, "a", None):
        mine.send(item)
        if item is not None:
            got.append(mine.recv())
    child.join()
    return got


def kinds_of_ends():
    reader, writer = multiprocessing.Pipe(False)
    mine, its = multiprocessing.Pipe()
    said = [[end.readable, end.writable, end.closed] for end in (reader, writer, mine, its)]
    reader.close()
    reader.close()
    return said + [[reader.readable, reader.writable, reader.closed], plain_(repr(writer))]


def wrong_end():
    reader, writer = multiprocessing.Pipe(False)
    return [tell_(f) for f in (writer.recv, writer.poll, writer.recv_bytes)] + [
        tell_(reader.send, 1), tell_(reader.send_bytes, b"x"), tell_(writer.recv_bytes_into, bytearray(2))]


def closed_end():
    reader, writer = multiprocessing.Pipe(False)
    reader.close()
    writer.close()
    return [tell_(f) for f in (reader.recv, reader.poll, reader.fileno, reader.recv_bytes)] + [
        tell_(writer.send, 1), tell_(connection.wait, [reader]), tell_(start_, close_, reader)]


def end_of_file():
    reader, writer = multiprocessing.Pipe(False)
    writer.send("last")
    writer.close()
    return [reader.poll(), reader.recv(), reader.poll(), tell_(reader.recv), tell_(reader.recv_bytes), reader.poll(1)]


def nobody_reads():
    reader, writer = multiprocessing.Pipe(False)
    reader.close()
    mine, its = multiprocessing.Pipe()
    its.close()
    return [tell_(writer.send, 1), tell_(mine.send, 1), mine.poll(), tell_(mine.recv)]


def closed_with_unread_data():
    mine, its = multiprocessing.Pipe()
    mine.send("never read")
    its.send("read")
    its.close()
    return [tell_(mine.send, 1), mine.poll(), mine.recv(), mine.poll(), tell_(mine.recv), mine.poll(), tell_(mine.recv)]


def bytes_and_their_bounds():
    reader, writer = multiprocessing.Pipe(False)
    bounds = [(), (2,), (2, 3), (6,), (7,), (-1,), (0, -1), (2, 5), (0, 0)]
    said = [tell_(writer.send_bytes, b"abcdef", *some) for some in bounds]
    got = [reader.recv_bytes().decode() for _ in range(5)]
    return said + got + [tell_(writer.send_bytes, "text"), reader.poll()]


def longest_message_of_one_way():
    reader, writer = multiprocessing.Pipe(False)
    writer.send_bytes(b"12345")
    return [tell_(reader.recv_bytes, -1), tell_(reader.recv_bytes, 4), reader.closed, reader.readable, tell_(reader.recv),
            tell_(writer.send, 1)]


def longest_message_of_duplex():
    mine, its = multiprocessing.Pipe()
    its.send_bytes(b"12345")
    said = [tell_(mine.recv_bytes, 4), mine.closed, mine.readable, mine.writable, tell_(mine.recv), tell_(mine.poll)]
    mine.send("still works")
    said.append(its.recv())
    mine.close()
    return said + [tell_(its.recv), tell_(its.recv)]


def longest_message_that_fits():
    reader, writer = multiprocessing.Pipe(False)
    writer.send_bytes(b"12345")
    return reader.recv_bytes(5).decode()


def into_a_buffer():
    reader, writer = multiprocessing.Pipe(False)
    buffer = bytearray(8)
    for data in (b"abc", b"de", b"123456789", b"x"):
        writer.send_bytes(data)
    return [reader.recv_bytes_into(buffer), reader.recv_bytes_into(buffer, 4), tell_(reader.recv_bytes_into, buffer, 9),
            tell_(reader.recv_bytes_into, buffer, -1), tell_(reader.recv_bytes_into, buffer), reader.recv_bytes_into(buffer, 7),
            buffer.decode("latin-1")]


def large_messages():
    reader, writer = multiprocessing.Pipe(False)
    child = start_(send_all_, writer, "a" * 300_000, "b", "c" * 70_000)
    writer.close()
    sizes = [len(item) for item in until_the_end_(reader)]
    child.join()
    return sizes


def large_messages_both_ways():
    mine, its = multiprocessing.Pipe()
    child = start_(echo_, its)
    mine.send("a" * 400_000)
    size = [len(part) for part in mine.recv()]
    mine.send(None)
    child.join()
    return size


def what_a_pipe_holds():
    reader, writer = multiprocessing.Pipe(False)
    mine, its = multiprocessing.Pipe()
    writer.send_bytes(bytes(30_000))
    writer.send_bytes(bytes(20_000))
    its.send_bytes(bytes(100_000))
    its.send_bytes(bytes(100_000))
    return [len(end.recv_bytes()) for end in (reader, reader, mine, mine)]


def polling():
    reader, writer = multiprocessing.Pipe(False)
    said = [reader.poll(), reader.poll(0), reader.poll(0.01), reader.poll(-1)]
    writer.send(None)
    return said + [reader.poll(), reader.poll(None), reader.poll(5), reader.recv(), reader.poll()]


def what_cannot_be_pickled():
    reader, writer = multiprocessing.Pipe(False)
    return [tell_(writer.send, Odd()), tell_(writer.send, multiprocessing.Lock()), tell_(writer.send, multiprocessing.Queue()),
            reader.poll()]


def what_cannot_be_unpickled():
    reader, writer = multiprocessing.Pipe(False)
    writer.send_bytes(b"x")
    return tell_(reader.recv)


def waiting_for_several():
    first, to_first = multiprocessing.Pipe(False)
    second, to_second = multiprocessing.Pipe(False)
    said = [connection.wait([first, second], 0), connection.wait([], 0), tell_(connection.wait, [object()])]
    to_second.send(1)
    said.append([end is second for end in connection.wait([first, second])])
    to_first.close()
    return said + [len(connection.wait([first, second], 5))]


def waiting_for_a_process():
    reader, writer = multiprocessing.Pipe(False)
    child = start_(close_, writer)
    ready = connection.wait([child.sentinel])
    child.join()
    return [ready == [child.sentinel], connection.wait([reader], 0) == []]


def with_closes():
    reader, writer = multiprocessing.Pipe(False)
    with reader as same, writer:
        writer.send(1)
        said = [same is reader, reader.recv()]
    return said + [reader.closed, writer.closed]


def ends_are_sent():
    mine, its = multiprocessing.Pipe()
    child = start_(send_through_, its)
    reader = mine.recv()
    said = reader.recv()
    mine.send("done")
    child.join()
    return said


def an_end_through_a_queue():
    queue = multiprocessing.Queue()
    reader, writer = multiprocessing.Pipe(False)
    queue.put(writer)
    got = queue.get()
    writer.close()
    got.send(5)
    got.close()
    return reader.recv()


def dropped_end():
    reader, writer = multiprocessing.Pipe(False)
    writer = None
    return tell_(reader.recv)


PROGRAMS = [values_and_order, both_ways, kinds_of_ends, wrong_end, closed_end, end_of_file, nobody_reads,
            closed_with_unread_data, bytes_and_their_bounds, longest_message_of_one_way, longest_message_of_duplex,
            longest_message_that_fits, into_a_buffer, large_messages, large_messages_both_ways, what_a_pipe_holds, polling,
            what_cannot_be_pickled, what_cannot_be_unpickled, waiting_for_several, waiting_for_a_process, with_closes,
            ends_are_sent, an_end_through_a_queue, dropped_end]

if __name__ == "__main__":
    import json
    multiprocessing.set_start_method("spawn")
    print(json.dumps({f.__name__: tell_(f) for f in PROGRAMS}))
