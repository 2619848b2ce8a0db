# right: one locked operation pops if there is something
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

    def pop(self):
        with self.lock:
            if self.top == 0:
                return None
            self.top -= 1
            return self.cells[self.top]


def main():
    stack = Stack()
    got = []

    def pusher():
        stack.push("a")

    def popper():
        got.append(stack.pop())

    threads = [threading.Thread(target=pusher), threading.Thread(target=popper), threading.Thread(target=popper)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got.count("a") + stack.top == 1
