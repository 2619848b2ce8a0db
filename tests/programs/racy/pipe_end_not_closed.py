# kind: deadlock
# schedule: in every one: the parent keeps a writing end of its own open, so the end of the file never comes
import multiprocessing


def answer(writer):
    writer.send(1)
    writer.send(2)


def main():
    reader, writer = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.Process(target=answer, args=(writer,))
    child.start()
    got = []
    try:
        while True:
            got.append(reader.recv())
    except EOFError:
        pass
    child.join()
    assert got == [1, 2]
