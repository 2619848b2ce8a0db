# right: a bare Future is the box for each answer; ExitStack joins whatever was started
from concurrent.futures import Future
from contextlib import ExitStack
from multiprocessing import Pipe, Process
from threading import Thread


def _fill(box, function, item):
    try:
        value = function(item)
    except Exception as error:
        box.set_exception(error)
    else:
        box.set_result(value)


def map_in_threads(function, items):
    boxes = []
    with ExitStack() as stack:
        for item in items:
            box = Future()
            thread = Thread(target=_fill, args=(box, function, item))
            thread.start()
            stack.callback(thread.join)
            boxes.append(box)
    return [box.result() for box in boxes]


def _answer(connection, function, item):
    box = Future()
    _fill(box, function, item)
    error = box.exception()
    connection.send(("raised", error) if error is not None else ("returned", box.result()))


def map_in_processes(function, items):
    ends, boxes = [], []
    with ExitStack() as stack:
        for item in items:
            mine, yours = Pipe()
            process = Process(target=_answer, args=(yours, function, item))
            process.start()
            stack.callback(process.join)
            ends.append(mine)
        for end in ends:
            what, content = end.recv()
            box = Future()
            (box.set_exception if what == "raised" else box.set_result)(content)
            boxes.append(box)
    return [box.result() for box in boxes]
