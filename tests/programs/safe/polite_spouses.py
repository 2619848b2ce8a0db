# right: the spoon is a lock: who gets it eats, and lets go of it afterwards
import threading


def main():
    spoon = threading.Lock()
    hungry = [True, True]

    def eat(me):
        with spoon:
            hungry[me] = False

    threads = [threading.Thread(target=eat, args=(0,)), threading.Thread(target=eat, args=(1,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert hungry == [False, False]
