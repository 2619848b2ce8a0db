# kind: race
# schedule: the first caller sets the flag and has not loaded yet; the second sees the flag and goes on without the data
import threading


class Once:
    def __init__(self):
        self.called = False
        self.lock = threading.Lock()

    def do(self, function):
        with self.lock:
            if self.called:
                return
            self.called = True
        function()


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
