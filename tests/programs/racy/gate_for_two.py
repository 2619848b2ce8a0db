# kind: deadlock
# schedule: one release opens the gate for one of the two who wait
import threading


def main():
    gate = threading.Semaphore(0)
    box = {}

    def opener():
        box["x"] = 1
        gate.release()

    def visitor():
        gate.acquire()
        assert box["x"] == 1

    threads = [threading.Thread(target=opener), threading.Thread(target=visitor), threading.Thread(target=visitor)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
