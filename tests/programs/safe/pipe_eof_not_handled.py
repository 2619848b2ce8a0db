# right: EOFError is how the end is told
import multiprocessing


def answer(writer):
    writer.send(1)


def main():
    reader, writer = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.Process(target=answer, args=(writer,))
    child.start()
    writer.close()
    total = 0
    try:
        while True:
            total += reader.recv()
    except EOFError:
        pass
    child.join()
    assert total == 1
