# kind: wrong_result
# schedule: both see the event unset, both set it, both believe to be the first
import threading


def main():
    taken = threading.Event()
    winners = []

    def claim(name):
        if not taken.is_set():
            taken.set()
            winners.append(name)

    threads = [threading.Thread(target=claim, args=("a",)), threading.Thread(target=claim, args=("b",))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(winners) == 1
