# kind: race|wrong_result
# schedule: both children read the same count, and one of the two additions is lost
import multiprocessing


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def count(total):
    total.value += 1


def main():
    total = multiprocessing.Value("i", 0)
    run(*[multiprocessing.Process(target=count, args=(total,)) for _ in range(2)])
    assert total.value == 2
