# kind: exception
# schedule: the constructor registers the half-made object; the notifier calls it before it has its list
import threading

listeners = []


class Listener:
    def __init__(self):
        listeners.append(self)
        self.received = []

    def on_event(self, event):
        self.received.append(event)


def notify():
    for listener in list(listeners):
        listener.on_event("tick")


def main():
    listeners.clear()
    threads = [threading.Thread(target=Listener), threading.Thread(target=notify)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(listeners) == 1
