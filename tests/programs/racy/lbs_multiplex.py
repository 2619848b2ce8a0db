# kind: wrong_result
# schedule: all three dancers are in the room for two
import threading


def main():
    room = threading.Semaphore(3)
    lock = threading.Lock()
    inside = 0

    def dance():
        nonlocal inside
        with room:
            with lock:
                inside += 1
                assert inside <= 2, "three in a room for two"
            with lock:
                inside -= 1

    threads = [threading.Thread(target=dance) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
