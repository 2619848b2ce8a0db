# right: the reader copies the point in one call under the writer's lock
import threading


def main():
    point = {"x": 0, "y": 0}
    lock = threading.Lock()

    def move():
        with lock:
            point["x"] = 1
            point["y"] = 1

    def look():
        with lock:
            copy = dict(point)
        assert copy["x"] == copy["y"], "half a move is seen"

    threads = [threading.Thread(target=move), threading.Thread(target=look)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
