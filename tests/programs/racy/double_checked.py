# kind: race
# schedule: the first user stores the new table and has not filled it; the second finds it there and reads nothing
import threading


class Lookup:
    def __init__(self):
        self.table = None
        self.lock = threading.Lock()

    def get(self, key):
        if self.table is None:
            with self.lock:
                if self.table is None:
                    self.table = {}
                    self.table["one"] = 1
        return self.table.get(key)


def main():
    lookup = Lookup()
    answers = []

    def ask():
        answers.append(lookup.get("one"))

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [1, 1], answers
