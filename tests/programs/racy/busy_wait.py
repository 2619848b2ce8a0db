# kind: livelock
# schedule: the waiter copies the flag before the setter sets it, and spins on its copy
import threading


class Flag:
    up = False


def main():
    flag = Flag()

    def wait():
        up = flag.up
        while not up:
            pass

    def raise_flag():
        flag.up = True

    threads = [threading.Thread(target=wait), threading.Thread(target=raise_flag)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
