# kind: wrong_result
# schedule: the parent looks before the feeder has written the item: empty() is True although something was put
import multiprocessing


def main():
    queue = multiprocessing.Queue()
    queue.put(1)
    queue.put(2)
    total = 0
    while not queue.empty():
        total += queue.get()
    assert total == 3
