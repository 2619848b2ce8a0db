# kind: race
# schedule: the thread that was started last ends first; the other has not added its part when main adds up
import threading


def main():
    parts = []
    for n in (1, 2):
        thread = threading.Thread(target=parts.append, args=(n,))
        thread.start()
    thread.join()
    assert sum(parts) == 3, parts
