# right: whoever takes the one token out of the list has the right to finish the request
import threading


class Request:
    def __init__(self):
        self.tokens = ["pending"]
        self.outcomes = []

    def finish(self, outcome):
        try:
            self.tokens.pop()
        except IndexError:
            return
        self.outcomes.append(outcome)


def main():
    request = Request()
    watchdog = threading.Timer(1, request.finish, args=("too late",))
    watchdog.start()
    request.finish("answer")
    watchdog.cancel()
    watchdog.join()
    assert len(request.outcomes) == 1, request.outcomes
