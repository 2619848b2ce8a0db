# right: the parent reads before it joins
import multiprocessing


def answer(writer):
    writer.send_bytes(bytes(200_000))
    writer.close()


def main():
    reader, writer = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.Process(target=answer, args=(writer,))
    child.start()
    data = reader.recv_bytes()
    child.join()
    assert len(data) == 200_000
