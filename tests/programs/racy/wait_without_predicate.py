# kind: wrong_result
# schedule: main waits, the first worker notifies, and main goes on with the second still at work
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
        condition.wait()
        count = len(done)
    for thread in threads:
        thread.join()
    assert count == 2, "woken is not finished"
