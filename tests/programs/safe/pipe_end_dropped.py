# right: the last reference to the writing end is dropped, and what nobody can reach is closed
from multiprocessing import Pipe
from threading import Thread


def main():
    reader, writer = Pipe(duplex=False)

    def send():
        nonlocal writer
        writer.send("all")
        writer = None

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
