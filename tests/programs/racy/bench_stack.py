# kind: wrong_result|exception
# schedule: the popper asks whether there is something, the lock is let go, the other popper takes the last
import threading


class Stack:
    def __init__(self):
        self.cells = [None, None]
        self.top = 0
        self.lock = threading.Lock()

    def push(self, value):
        with self.lock:
            self.cells[self.top] = value
            self.top += 1

    def empty(self):
        with self.lock:
            return self.top == 0

    def pop(self):
        with self.lock:
            assert self.top > 0, "underflow"
            self.top -= 1
            return self.cells[self.top]


def main():
    stack = Stack()

    def pusher():
        stack.push("a")

    def popper():
        if not stack.empty():
            stack.pop()

    threads = [threading.Thread(target=pusher), threading.Thread(target=popper), threading.Thread(target=popper)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
