# right: no cycle: the third worker too takes a before c
import threading


def main():
    a, b, c = threading.Lock(), threading.Lock(), threading.Lock()
    done = []

    def work(first, second):
        with first:
            with second:
                done.append(1)

    threads = [threading.Thread(target=work, args=(a, b)), threading.Thread(target=work, args=(b, c)),
               threading.Thread(target=work, args=(a, c))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 3
