# kind: race
# schedule: both swappers read the pair before either stores: the two swaps do not undo each other
import threading


def main():
    pair = [1, 2]

    def swap():
        pair[0], pair[1] = pair[1], pair[0]

    threads = [threading.Thread(target=swap) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert pair == [1, 2], pair
