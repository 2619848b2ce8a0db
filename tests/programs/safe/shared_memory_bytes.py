# right: a lock is held while the byte is read and written
import multiprocessing
from multiprocessing.shared_memory import SharedMemory


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def count(name, lock):
    memory = SharedMemory(name)
    with lock:
        memory.buf[0] += 1
    memory.close()


def main():
    memory = SharedMemory(create=True, size=1)
    lock = multiprocessing.Lock()
    run(*[multiprocessing.Process(target=count, args=(memory.name, lock)) for _ in range(2)])
    found = memory.buf[0]
    memory.close()
    memory.unlink()
    assert found == 2
