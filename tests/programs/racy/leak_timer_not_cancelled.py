# kind: leak
# schedule: the answer comes in time and main returns; the timer still waits for its time to come
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
