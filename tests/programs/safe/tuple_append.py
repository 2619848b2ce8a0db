# right: list.append changes the one list in one indivisible call
import threading


class Subject:
    def __init__(self):
        self.listeners = []

    def add(self, listener):
        self.listeners.append(listener)


def main():
    subject = Subject()
    threads = [threading.Thread(target=subject.add, args=("a",)), threading.Thread(target=subject.add, args=("b",))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(subject.listeners) == ["a", "b"], "a listener is lost"
