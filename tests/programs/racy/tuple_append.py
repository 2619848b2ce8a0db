# kind: race
# schedule: both listeners build a longer tuple from the same empty one; the second store drops the first
import threading


class Subject:
    def __init__(self):
        self.listeners = ()

    def add(self, listener):
        self.listeners = self.listeners + (listener,)


def main():
    subject = Subject()
    threads = [threading.Thread(target=subject.add, args=("a",)), threading.Thread(target=subject.add, args=("b",))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(subject.listeners) == 2, "a listener is lost"
