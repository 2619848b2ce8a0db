# right: who cannot come aborts the barrier, and the other gets BrokenBarrierError
import threading


def main():
    barrier = threading.Barrier(2)
    failed = []

    def work(text):
        try:
            int(text)
        except ValueError:
            failed.append(text)
            barrier.abort()
            return
        try:
            barrier.wait()
        except threading.BrokenBarrierError:
            failed.append("alone")

    threads = [threading.Thread(target=work, args=("1",)), threading.Thread(target=work, args=("x",))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(failed) == ["alone", "x"]
