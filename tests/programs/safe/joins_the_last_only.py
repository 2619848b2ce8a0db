# right: every thread is kept and joined
import threading


def main():
    parts = []
    threads = []
    for n in (1, 2):
        thread = threading.Thread(target=parts.append, args=(n,))
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
    assert sum(parts) == 3, parts
