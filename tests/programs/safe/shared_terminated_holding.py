# right: the child is asked to end, and lets go of the lock before it does
import multiprocessing



def work(total, stop):
    if not stop.is_set():
        with total.get_lock():
            total.value += 1


def main():
    total = multiprocessing.Value("i", 0)
    stop = multiprocessing.Event()
    child = multiprocessing.Process(target=work, args=(total, stop))
    child.start()
    stop.set()
    child.join()
    assert total.value in (0, 1)
