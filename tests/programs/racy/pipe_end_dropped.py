# kind: deadlock
# schedule: always: the function still holds the writing end when all has been read, so the end of the file never comes
from multiprocessing import Pipe
from threading import Thread


def main():
    reader, writer = Pipe(duplex=False)

    def send():
        nonlocal writer
        writer.send("all")

    thread = Thread(target=send)
    thread.start()
    got = []
    while True:
        try:
            got.append(reader.recv())
        except EOFError:
            break
    thread.join()
    assert got == ["all"]
