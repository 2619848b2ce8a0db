# right: the check and the popleft hold one lock
import threading
from collections import deque


def main():
    tasks = deque(["only"])
    taken = []
    lock = threading.Lock()

    def take():
        with lock:
            if tasks:
                taken.append(tasks.popleft())

    threads = [threading.Thread(target=take) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert taken == ["only"]
