# right: the parent closes its copy of the writing end
import multiprocessing


def answer(writer):
    writer.send(1)
    writer.send(2)


def main():
    reader, writer = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.Process(target=answer, args=(writer,))
    child.start()
    writer.close()
    got = []
    try:
        while True:
            got.append(reader.recv())
    except EOFError:
        pass
    child.join()
    assert got == [1, 2]
