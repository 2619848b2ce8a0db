# right: each worker counts in a dict of its own; main adds them up after the joins
import threading


def main():
    results = [None, None]

    def tally(index, letters):
        counts = {}
        for letter in letters:
            counts[letter] = counts.get(letter, 0) + 1
        results[index] = counts

    threads = [threading.Thread(target=tally, args=(0, "ab")), threading.Thread(target=tally, args=(1, "a"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    total = {}
    for counts in results:
        for letter, n in counts.items():
            total[letter] = total.get(letter, 0) + n
    assert total == {"a": 2, "b": 1}, total
