# kind: exception
# schedule: both threads see that the future is not done; the second to set it raises InvalidStateError
import threading
from concurrent.futures import Future


def answer(future, value):
    if not future.done():
        future.set_result(value)


def main():
    future = Future()
    threads = [threading.Thread(target=answer, args=(future, "yes")), threading.Thread(target=answer, args=(future, "no"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert future.result() in ("yes", "no")
