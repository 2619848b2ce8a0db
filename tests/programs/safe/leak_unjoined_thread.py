# right: close waits until the logger has written its last line and ended
import threading
from collections import deque


class Logger:
    def __init__(self):
        self.lines = deque()
        self.written = []
        self.count = threading.Semaphore(0)
        self.thread = threading.Thread(target=self.work)
        self.thread.start()

    def log(self, line):
        self.lines.append(line)
        self.count.release()

    def work(self):
        while True:
            self.count.acquire()
            line = self.lines.popleft()
            if line is None:
                return
            self.written.append(line)

    def close(self):
        self.log(None)
        self.thread.join()


def main():
    logger = Logger()
    logger.log("one")
    logger.log("two")
    logger.close()
    assert logger.written == ["one", "two"]
