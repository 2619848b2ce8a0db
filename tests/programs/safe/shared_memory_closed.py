# right: the segment is closed when the thread has ended
import threading
from multiprocessing.shared_memory import SharedMemory


def fill(memory):
    memory.buf[0] = 7


def main():
    memory = SharedMemory(create=True, size=1)
    thread = threading.Thread(target=fill, args=(memory,))
    thread.start()
    thread.join()
    memory.close()
    memory.unlink()
