# right: with releases the lock however the block is left
import threading


def main():
    lock = threading.Lock()
    numbers = []

    def store(text):
        with lock:
            numbers.append(int(text))

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
