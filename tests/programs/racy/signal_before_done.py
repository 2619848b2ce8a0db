# kind: race
# schedule: the cook rings the bell, the waiter looks, the cook puts the dish there
import threading


def main():
    bell = threading.Semaphore(0)
    counter = []

    def cook():
        bell.release()
        counter.append("soup")

    def waiter():
        bell.acquire()
        assert counter == ["soup"], "nothing on the counter"

    threads = [threading.Thread(target=cook), threading.Thread(target=waiter)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
