# kind: race
# schedule: the checker looks after a has been set and before b has
import threading


class Pair:
    a = 0
    b = 0


def main():
    pair = Pair()

    def set_both():
        pair.a = 1
        pair.b = -1

    def check():
        a, b = pair.a, pair.b
        assert (a, b) in ((0, 0), (1, -1)), (a, b)

    threads = [threading.Thread(target=set_both), threading.Thread(target=set_both), threading.Thread(target=check)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
