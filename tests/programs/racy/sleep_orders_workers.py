# kind: wrong_result
# schedule: the thread that sleeps less is scheduled later all the same
import threading
import time


def main():
    order = []

    def speak(word, pause):
        time.sleep(pause)
        order.append(word)

    threads = [threading.Thread(target=speak, args=("first", 0.01)),
               threading.Thread(target=speak, args=("second", 0.05))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert order == ["first", "second"], order
