# right: only the parent, which made the segment, unlinks it
import multiprocessing
from multiprocessing.shared_memory import SharedMemory


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def use(name, users):
    memory = SharedMemory(name)
    memory.close()
    with users.get_lock():
        users.value -= 1


def main():
    memory = SharedMemory(create=True, size=1)
    users = multiprocessing.Value("i", 2)
    codes = run(*[multiprocessing.Process(target=use, args=(memory.name, users)) for _ in range(2)])
    memory.close()
    memory.unlink()
    assert codes == [0, 0] and users.value == 0
