# kind: deadlock
# schedule: the child is terminated while it waits: notify_all waits for ever for it to wake
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
        pass
    child.terminate()
    child.join()
    with condition:
        condition.notify_all()
