# kind: race
# schedule: main reads the answer before the worker has written it
import threading


class Task:
    answer = None


def main():
    task = Task()

    def compute():
        task.answer = 42

    thread = threading.Thread(target=compute)
    thread.start()
    assert task.answer == 42, "not there yet"
    thread.join()
