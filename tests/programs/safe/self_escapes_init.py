# right: a factory registers the object when its constructor has ended
import threading

listeners = []


class Listener:
    def __init__(self):
        self.received = []

    def on_event(self, event):
        self.received.append(event)

    @classmethod
    def register(cls):
        listeners.append(cls())


def notify():
    for listener in list(listeners):
        listener.on_event("tick")


def main():
    listeners.clear()
    threads = [threading.Thread(target=Listener.register), threading.Thread(target=notify)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(listeners) == 1
