# kind: wrong_result
# schedule: the writer lets the first lock go before it takes the second; the reader sees stage one done and stage two not
import threading


class Data:
    first = 0
    second = 0


def main():
    data = Data()
    first_lock, second_lock = threading.Lock(), threading.Lock()

    def write():
        with first_lock:
            data.first = 1
        with second_lock:
            data.second = data.first + 1

    def read():
        with first_lock:
            if data.first == 0:
                return
            first = data.first
        with second_lock:
            second = data.second
        assert second == first + 1, (first, second)

    threads = [threading.Thread(target=write), threading.Thread(target=read)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
