# kind: deadlock
# schedule: the parser raises between acquire and release; the other worker waits for the lock for ever
import threading


def main():
    lock = threading.Lock()
    numbers = []

    def store(text):
        lock.acquire()
        numbers.append(int(text))
        lock.release()

    def work(text):
        try:
            store(text)
        except ValueError:
            pass

    threads = [threading.Thread(target=work, args=("1",)), threading.Thread(target=work, args=("x",))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert numbers == [1]
