# kind: wrong_result|exception
# schedule: the parent unlinks the segment before the child has opened it
import multiprocessing
from multiprocessing.shared_memory import SharedMemory


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def fill(name):
    memory = SharedMemory(name)
    memory.buf[:3] = b"abc"
    memory.close()


def main():
    memory = SharedMemory(create=True, size=3)
    child = multiprocessing.Process(target=fill, args=(memory.name,))
    child.start()
    memory.unlink()
    child.join()
    assert bytes(memory.buf) == b"abc"
    memory.close()
