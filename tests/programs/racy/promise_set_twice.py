# kind: race
# schedule: both setters see that nothing is set; the loser of the race overwrites the winner, and both report success
import threading


class Promise:
    def __init__(self):
        self.done = False
        self.value = None

    def set(self, value):
        if self.done:
            return False
        self.done = True
        self.value = value
        return True


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
    assert won == [promise.value], "two answers were accepted"
