# right: each tries to set it; the future itself says who came too late
import threading
from concurrent.futures import Future, InvalidStateError


def answer(future, value):
    try:
        future.set_result(value)
    except InvalidStateError:
        pass


def main():
    future = Future()
    threads = [threading.Thread(target=answer, args=(future, "yes")), threading.Thread(target=answer, args=(future, "no"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert future.result() in ("yes", "no")
