# right: with gives the permit back on every way out
import threading


def main():
    permits = threading.Semaphore(2)
    found = []

    def read(shelf):
        with permits:
            if not shelf:
                return
            found.append(shelf[0])

    threads = [threading.Thread(target=read, args=([],)), threading.Thread(target=read, args=([],)),
               threading.Thread(target=read, args=(["book"],))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["book"]
