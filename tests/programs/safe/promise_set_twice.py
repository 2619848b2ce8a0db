# right: dict.setdefault keeps the first value in one indivisible call, and tells which it was
import threading


class Promise:
    def __init__(self):
        self.slot = {}

    def set(self, value):
        return self.slot.setdefault("value", value) == value


def main():
    promise = Promise()
    won = []

    def answer(value):
        if promise.set(value):
            won.append(value)

    threads = [threading.Thread(target=answer, args=("yes",)), threading.Thread(target=answer, args=("no",))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert won == [promise.slot["value"]], "two answers were accepted"
