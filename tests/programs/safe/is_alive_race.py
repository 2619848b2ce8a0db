# right: the worker says under the lock that it takes no more jobs; main asks under the same lock
import threading


def main():
    inbox = ["first"]
    done = []
    lock = threading.Lock()
    closed = False

    def worker():
        nonlocal closed
        while True:
            with lock:
                if not inbox:
                    closed = True
                    return
                job = inbox.pop()
            done.append(job)

    thread = threading.Thread(target=worker)
    thread.start()
    with lock:
        accepted = not closed
        if accepted:
            inbox.append("second")
    if not accepted:
        done.append("second")
    thread.join()
    assert sorted(done) == ["first", "second"], done
