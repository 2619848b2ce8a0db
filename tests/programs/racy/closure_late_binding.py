# kind: race
# schedule: main moves i on to 1 before the first thread's lambda reads it
import threading


def main():
    seen = []
    threads = []
    for i in range(2):
        thread = threading.Thread(target=lambda: seen.append(i))
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
    assert sorted(seen) == [0, 1], seen
