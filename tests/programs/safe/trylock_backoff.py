# right: one order for all, and no need to try
import threading


def main():
    a, b = threading.Lock(), threading.Lock()
    done = []

    def work(first, second):
        with first:
            with second:
                done.append(1)

    threads = [threading.Thread(target=work, args=(a, b)), threading.Thread(target=work, args=(a, b))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 2
