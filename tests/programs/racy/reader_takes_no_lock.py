# kind: race
# schedule: the writer, under its lock, has moved x and not yet y when the reader looks without a lock
import threading


def main():
    point = {"x": 0, "y": 0}
    lock = threading.Lock()

    def move():
        with lock:
            point["x"] = 1
            point["y"] = 1

    def look():
        x = point["x"]
        y = point["y"]
        assert x == y, "half a move is seen"

    threads = [threading.Thread(target=move), threading.Thread(target=look)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
