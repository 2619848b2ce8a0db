# right: looking and taking are one step under a lock
import multiprocessing


def take(reader, lock):
    with lock:
        if reader.poll():
            reader.recv()


def main():
    reader, writer = multiprocessing.Pipe(duplex=False)
    lock = multiprocessing.Lock()
    writer.send("one")
    children = [multiprocessing.Process(target=take, args=(reader, lock)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
