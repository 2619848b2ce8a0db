# kind: deadlock
# schedule: in every one: the child cannot end before somebody reads what does not fit into the pipe
import multiprocessing


def answer(writer):
    writer.send_bytes(bytes(200_000))
    writer.close()


def main():
    reader, writer = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.Process(target=answer, args=(writer,))
    child.start()
    child.join()
    data = reader.recv_bytes()
    assert len(data) == 200_000
