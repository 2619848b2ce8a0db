# right: an event is set when the result is there, and main waits for that
import threading
import time


def main():
    results = {}
    ready = threading.Event()

    def worker():
        time.sleep(0.01)
        results["x"] = 1
        ready.set()

    thread = threading.Thread(target=worker)
    thread.start()
    ready.wait()
    found = results.get("x")
    thread.join()
    assert found == 1
