# right: one sender writes the cell before it moves the tail, one receiver reads the cell before it moves the head
import threading

SIZE = 3


class Ring:
    def __init__(self):
        self.cells = [None] * SIZE
        self.head = 0
        self.tail = 0

    def send(self, value):
        if (self.tail + 1) % SIZE == self.head:
            return False
        cell = self.tail
        self.cells[cell] = value
        self.tail = (cell + 1) % SIZE
        return True

    def receive(self):
        if self.head == self.tail:
            return None
        value = self.cells[self.head]
        assert value is not None, "a cell that was never written"
        self.head = (self.head + 1) % SIZE
        return value


def main():
    ring = Ring()
    received = []

    def sender():
        ring.send(1)
        ring.send(2)

    def receiver():
        for _ in range(2):
            value = ring.receive()
            if value is not None:
                received.append(value)

    threads = [threading.Thread(target=sender), threading.Thread(target=receiver)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert received == [1, 2][:len(received)]
