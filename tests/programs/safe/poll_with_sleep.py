# right: when the polls are over main waits for the end of the worker after all
import threading
import time


def main():
    result = []

    def work():
        result.append(1)

    thread = threading.Thread(target=work)
    thread.start()
    for _ in range(3):
        if result:
            break
        time.sleep(0.01)
    else:
        thread.join()
    found = list(result)
    thread.join()
    assert found == [1]
