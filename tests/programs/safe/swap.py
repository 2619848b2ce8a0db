# right: list.reverse is one indivisible call, and reversing twice changes nothing
import threading


def main():
    pair = [1, 2]

    def swap():
        pair.reverse()

    threads = [threading.Thread(target=swap) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert pair == [1, 2], pair
