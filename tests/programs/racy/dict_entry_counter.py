# kind: race
# schedule: both workers read counts["a"] as 0 before either writes 1
import threading


def main():
    counts = {"a": 0, "b": 0}

    def tally(letters):
        for letter in letters:
            counts[letter] += 1

    threads = [threading.Thread(target=tally, args=("ab",)), threading.Thread(target=tally, args=("a",))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts == {"a": 2, "b": 1}, counts
