# right: args are evaluated where the thread is made
import threading


def main():
    seen = []
    threads = []
    for i in range(2):
        thread = threading.Thread(target=seen.append, args=(i,))
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
    assert sorted(seen) == [0, 1], seen
