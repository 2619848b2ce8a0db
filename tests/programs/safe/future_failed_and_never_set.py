# right: an exception is set like a result, and comes out of result()
import threading
from concurrent.futures import Future


def produce(future, text):
    try:
        future.set_result(int(text))
    except ValueError as error:
        future.set_exception(error)


def main():
    future = Future()
    thread = threading.Thread(target=produce, args=(future, "x"))
    thread.start()
    try:
        future.result()
    except ValueError:
        pass
    thread.join()
