# kind: deadlock
# schedule: in every one: the item that cannot be worked on is never said to be done
import multiprocessing


def work(queue):
    for _ in range(2):
        number = queue.get()
        try:
            10 // number
        except ZeroDivisionError:
            continue
        queue.task_done()


def main():
    queue = multiprocessing.JoinableQueue()
    child = multiprocessing.Process(target=work, args=(queue,))
    child.start()
    queue.put(0)
    queue.put(5)
    queue.join()
    child.join()
