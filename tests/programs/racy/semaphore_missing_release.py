# kind: deadlock
# schedule: the reader that finds nothing keeps its permit; the third reader waits for ever
import threading


def main():
    permits = threading.Semaphore(2)
    found = []

    def read(shelf):
        permits.acquire()
        if not shelf:
            return
        found.append(shelf[0])
        permits.release()

    threads = [threading.Thread(target=read, args=([],)), threading.Thread(target=read, args=([],)),
               threading.Thread(target=read, args=(["book"],))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["book"]
