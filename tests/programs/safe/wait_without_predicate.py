# right: main waits for what it needs to be true
import threading


def main():
    condition = threading.Condition()
    done = []

    def work(n):
        with condition:
            done.append(n)
            condition.notify()

    threads = [threading.Thread(target=work, args=(1,)), threading.Thread(target=work, args=(2,))]
    with condition:
        for thread in threads:
            thread.start()
        condition.wait_for(lambda: len(done) == 2)
        count = len(done)
    for thread in threads:
        thread.join()
    assert count == 2, "woken is not finished"
