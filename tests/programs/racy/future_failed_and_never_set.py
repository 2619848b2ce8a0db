# kind: deadlock
# schedule: the producer fails and ends without setting anything: result() waits for ever
import threading
from concurrent.futures import Future


def produce(future, text):
    try:
        future.set_result(int(text))
    except ValueError:
        print("not a number")


def main():
    future = Future()
    thread = threading.Thread(target=produce, args=(future, "x"))
    thread.start()
    try:
        future.result()
    except ValueError:
        pass
    thread.join()
