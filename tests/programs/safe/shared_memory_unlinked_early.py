# right: the segment is unlinked when the child has ended
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
    child.join()
    memory.unlink()
    assert bytes(memory.buf) == b"abc"
    memory.close()
