# kind: exception
# schedule: both find the deque not empty, both take; there was one
import threading
from collections import deque


def main():
    tasks = deque(["only"])
    taken = []

    def take():
        if tasks:
            taken.append(tasks.popleft())

    threads = [threading.Thread(target=take) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert taken == ["only"]
