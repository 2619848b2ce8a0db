# right: the second caller waits for the lock until the first one's call has ended
import threading


class Once:
    def __init__(self):
        self.called = False
        self.lock = threading.Lock()

    def do(self, function):
        with self.lock:
            if self.called:
                return
            function()
            self.called = True


def main():
    once = Once()
    data = {}

    def load():
        data["ready"] = True

    def use():
        once.do(load)
        assert data.get("ready"), "used before it was loaded"

    threads = [threading.Thread(target=use) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
