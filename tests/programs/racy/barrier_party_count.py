# kind: deadlock
# schedule: two workers wait at a barrier made for three (main was counted, and does not come)
import threading


def main():
    barrier = threading.Barrier(3)
    threads = [threading.Thread(target=barrier.wait) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
