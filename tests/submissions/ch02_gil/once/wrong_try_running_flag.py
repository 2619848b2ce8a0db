# fails: one_call: two threads both read running == False before either sets it; the function is called twice
# kind: race|wrong_result
from threading import Condition


class Once:
    def __init__(self, function):
        self.function = function
        self.changed = Condition()
        self.running = False
        self.results = []

    def __call__(self):
        while not self.results:
            if not self.running:
                self.running = True
                try:
                    self.results.append(self.function())
                finally:
                    with self.changed:
                        self.running = False
                        self.changed.notify_all()
            else:
                with self.changed:
                    while self.running:
                        self.changed.wait()
        return self.results[0]


def once(function):
    return Once(function)
