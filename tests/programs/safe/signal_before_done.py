# right: the bell rings when the dish is there
import threading


def main():
    bell = threading.Semaphore(0)
    counter = []

    def cook():
        counter.append("soup")
        bell.release()

    def waiter():
        bell.acquire()
        assert counter == ["soup"], "nothing on the counter"

    threads = [threading.Thread(target=cook), threading.Thread(target=waiter)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
