# kind: exception
# schedule: in every one: after the child's last message recv() raises EOFError
import multiprocessing


def answer(writer):
    writer.send(1)


def main():
    reader, writer = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.Process(target=answer, args=(writer,))
    child.start()
    writer.close()
    total = 0
    while True:
        total += reader.recv()
    child.join()
    assert total == 1
