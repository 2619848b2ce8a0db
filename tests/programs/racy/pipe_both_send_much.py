# kind: deadlock
# schedule: in every one: both fill their direction of the pipe and wait for the other to read
import multiprocessing

SIZE = 1_000_000


def partner(connection):
    connection.send_bytes(bytes(SIZE))
    connection.recv_bytes()


def main():
    mine, its = multiprocessing.Pipe()
    child = multiprocessing.Process(target=partner, args=(its,))
    child.start()
    mine.send_bytes(bytes(SIZE))
    data = mine.recv_bytes()
    child.join()
    assert len(data) == SIZE
