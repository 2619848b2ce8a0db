# kind: exception
# schedule: the thread writes to the buffer after main has closed it
import threading
from multiprocessing.shared_memory import SharedMemory


def fill(memory):
    memory.buf[0] = 7


def main():
    memory = SharedMemory(create=True, size=1)
    thread = threading.Thread(target=fill, args=(memory,))
    thread.start()
    memory.close()
    thread.join()
    memory.unlink()
