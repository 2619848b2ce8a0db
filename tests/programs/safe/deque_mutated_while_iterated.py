# right: tuple(lines) copies the deque in one call
import threading
from collections import deque


def main():
    lines = deque(["a", "b"], maxlen=2)
    shown = []

    def show():
        for line in tuple(lines):
            shown.append(line)

    threads = [threading.Thread(target=show), threading.Thread(target=lines.append, args=("c",))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(shown) == 2
