# right: after cancel main joins the timer: its function has ended or will never begin
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
    timer.join()
    session.open = False
    assert not session.used_closed, "the ping came after cancel had returned"
