# kind: race
# schedule: both closers find the file open before either marks it closed: the handle is given back twice
import threading


class File:
    def __init__(self):
        self.closed = False
        self.given_back = []

    def close(self):
        if not self.closed:
            self.closed = True
            self.given_back.append("handle")


def main():
    file = File()
    threads = [threading.Thread(target=file.close) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert file.given_back == ["handle"], "closed twice"
