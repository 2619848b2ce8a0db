# right: the flag itself is looked at, again and again: ends when the setter has run, however long that takes
# verdict: not_found
import threading


class Flag:
    up = False


def main():
    flag = Flag()

    def wait():
        while not flag.up:
            pass

    def raise_flag():
        flag.up = True

    threads = [threading.Thread(target=wait), threading.Thread(target=raise_flag)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
