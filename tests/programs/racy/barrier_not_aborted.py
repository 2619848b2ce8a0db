# kind: deadlock
# schedule: one worker fails before the barrier and is gone; the other waits for it for ever
import threading


def main():
    barrier = threading.Barrier(2)
    failed = []

    def work(text):
        try:
            int(text)
        except ValueError:
            failed.append(text)
            return
        barrier.wait()

    threads = [threading.Thread(target=work, args=("1",)), threading.Thread(target=work, args=("x",))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == ["x"]
