# kind: race
# schedule: three polls are over before the worker has run
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
    found = list(result)
    thread.join()
    assert found == [1]
