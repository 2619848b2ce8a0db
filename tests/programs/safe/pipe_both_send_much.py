# right: one of them reads first
import multiprocessing

SIZE = 1_000_000


def partner(connection):
    connection.recv_bytes()
    connection.send_bytes(bytes(SIZE))


def main():
    mine, its = multiprocessing.Pipe()
    child = multiprocessing.Process(target=partner, args=(its,))
    child.start()
    mine.send_bytes(bytes(SIZE))
    data = mine.recv_bytes()
    child.join()
    assert len(data) == SIZE
