# kind: race
# schedule: the worker has seen the inbox empty but not ended yet; main finds it alive and hands it one more job
import threading


def main():
    inbox = ["first"]
    done = []

    def worker():
        while inbox:
            done.append(inbox.pop())

    thread = threading.Thread(target=worker)
    thread.start()
    if thread.is_alive():
        inbox.append("second")
    else:
        done.append("second")
    thread.join()
    assert sorted(done) == ["first", "second"], done
