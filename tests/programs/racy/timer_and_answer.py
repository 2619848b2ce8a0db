# kind: race
# schedule: the watchdog and the answer both find the request pending; both finish it
import threading


class Request:
    def __init__(self):
        self.pending = True
        self.outcomes = []

    def finish(self, outcome):
        if self.pending:
            self.pending = False
            self.outcomes.append(outcome)


def main():
    request = Request()
    watchdog = threading.Timer(1, request.finish, args=("too late",))
    watchdog.start()
    request.finish("answer")
    watchdog.cancel()
    watchdog.join()
    assert len(request.outcomes) == 1, request.outcomes
