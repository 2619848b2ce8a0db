# right: after the join main asks whether the worker has ended, and if not says so
import threading


def main():
    box = {"value": None}

    def worker():
        box["value"] = 7

    thread = threading.Thread(target=worker)
    thread.start()
    thread.join(timeout=0.5)
    value = "still running" if thread.is_alive() else box["value"]
    thread.join()
    assert value in ("still running", 7)
