# kind: race
# schedule: the timer has fired and its function is about to run when main cancels it and closes the session
import threading


class Session:
    def __init__(self):
        self.open = True
        self.used_closed = False

    def ping(self):
        if not self.open:
            self.used_closed = True


def main():
    session = Session()
    timer = threading.Timer(1, session.ping)
    timer.start()
    timer.cancel()
    session.open = False
    timer.join()
    assert not session.used_closed, "the ping came after cancel had returned"
