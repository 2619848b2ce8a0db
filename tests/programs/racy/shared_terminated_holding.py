# kind: deadlock
# schedule: the child is terminated while it holds the value's lock, which stays locked for ever
import multiprocessing



def work(total):
    with total.get_lock():
        total.value += 1


def main():
    total = multiprocessing.Value("i", 0)
    child = multiprocessing.Process(target=work, args=(total,))
    child.start()
    child.terminate()
    child.join()
    assert total.value in (0, 1)
