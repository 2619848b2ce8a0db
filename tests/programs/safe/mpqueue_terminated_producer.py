# right: the child ends by itself
import multiprocessing


def produce(queue, ready):
    queue.put("result")
    ready.release()


def main():
    queue, ready = multiprocessing.Queue(), multiprocessing.Semaphore(0)
    child = multiprocessing.Process(target=produce, args=(queue, ready))
    child.start()
    ready.acquire()
    child.join()
    assert queue.get() == "result"
