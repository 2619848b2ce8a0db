# kind: leak
# schedule: always: the segment is closed, and nobody unlinks it
from multiprocessing.shared_memory import SharedMemory
from threading import Thread


def main():
    memory = SharedMemory(create=True, size=2)

    def write(place):
        memory.buf[place] = place + 1

    threads = [Thread(target=write, args=(0,)), Thread(target=write, args=(1,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    total = sum(bytes(memory.buf[:2]))
    memory.close()
    assert total == 3
