# right: the timer is cancelled once nobody needs it; it need not be joined
import threading


def main():
    answers = []
    lock = threading.Lock()

    def answer(text):
        with lock:
            if not answers:
                answers.append(text)

    timer = threading.Timer(30, answer, ("too late",))
    timer.start()
    answer("in time")
    timer.cancel()
