# right: __init__ of a subclass of local runs once in each thread that uses it
import threading


class Local(threading.local):
    def __init__(self):
        self.items = []


def main():
    local = Local()
    lengths = []

    def work():
        local.items.append(1)
        lengths.append(len(local.items))

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert lengths == [1, 1], lengths
