# kind: race
# schedule: the worker is not scheduled while main sleeps; main wakes first
import threading
import time


def main():
    results = {}

    def worker():
        results["x"] = 1

    thread = threading.Thread(target=worker)
    thread.start()
    time.sleep(0.01)
    found = results.get("x")
    thread.join()
    assert found == 1, "a sleep waits for time to pass, not for the worker"
