# kind: race
# schedule: the gate starts open, so that the reader passes before the writer has written
import threading


def main():
    gate = threading.Semaphore()
    box = {}

    def writer():
        box["x"] = 1
        gate.release()

    def reader():
        gate.acquire()
        assert box.get("x") == 1, "read too early"

    threads = [threading.Thread(target=writer), threading.Thread(target=reader)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
