# kind: livelock
# schedule: whoever has the spoon sees that the other is hungry and passes it on: in every interleaving
import threading


class Spoon:
    owner = 0


def main():
    spoon = Spoon()
    hungry = [True, True]

    def eat(me):
        while hungry[me]:
            if spoon.owner != me:
                continue
            if hungry[1 - me]:
                spoon.owner = 1 - me
                continue
            hungry[me] = False

    threads = [threading.Thread(target=eat, args=(0,)), threading.Thread(target=eat, args=(1,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert hungry == [False, False]
