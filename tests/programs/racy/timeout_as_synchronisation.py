# kind: race
# schedule: join gives up after its half second, and main reads as if the worker had ended
import threading


def main():
    box = {"value": None}

    def worker():
        box["value"] = 7

    thread = threading.Thread(target=worker)
    thread.start()
    thread.join(timeout=0.5)
    value = box["value"]
    thread.join()
    assert value == 7, "join returned because of its timeout"
