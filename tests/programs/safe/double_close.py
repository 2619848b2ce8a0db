# right: a lock that is never released again lets exactly one closer through
import threading


class File:
    def __init__(self):
        self.closing = threading.Lock()
        self.given_back = []

    def close(self):
        if self.closing.acquire(blocking=False):
            self.given_back.append("handle")


def main():
    file = File()
    threads = [threading.Thread(target=file.close) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert file.given_back == ["handle"], "closed twice"
