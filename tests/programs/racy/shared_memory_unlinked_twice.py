# kind: race|wrong_result
# schedule: both children find themselves the last, and unlink the segment
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
    users.value -= 1
    if users.value == 0:
        memory.unlink()


def main():
    memory = SharedMemory(create=True, size=1)
    users = multiprocessing.Value("i", 2)
    codes = run(*[multiprocessing.Process(target=use, args=(memory.name, users)) for _ in range(2)])
    memory.close()
    assert codes == [0, 0]
