# right: the child is woken, and ends by itself
import multiprocessing



def wait(condition, waiting):
    with condition:
        waiting.release()
        condition.wait()


def main():
    condition, waiting = multiprocessing.Condition(), multiprocessing.Semaphore(0)
    child = multiprocessing.Process(target=wait, args=(condition, waiting))
    child.start()
    waiting.acquire()
    with condition:
        condition.notify_all()
    child.join()
    with condition:
        condition.notify_all()
