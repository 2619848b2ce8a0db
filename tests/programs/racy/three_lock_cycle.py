# kind: deadlock
# schedule: each of the three workers takes its first lock before any takes its second
import threading


def main():
    a, b, c = threading.Lock(), threading.Lock(), threading.Lock()
    done = []

    def work(first, second):
        with first:
            with second:
                done.append(1)

    threads = [threading.Thread(target=work, args=(a, b)), threading.Thread(target=work, args=(b, c)),
               threading.Thread(target=work, args=(c, a))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 3
