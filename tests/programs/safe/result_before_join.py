# right: join comes before the answer is read
import threading


class Task:
    answer = None


def main():
    task = Task()

    def compute():
        task.answer = 42

    thread = threading.Thread(target=compute)
    thread.start()
    thread.join()
    assert task.answer == 42, "not there yet"
