# kind: deadlock
# schedule: the client asks on before it takes an answer: both queues are full, and each waits for the other to take something out
import queue
import threading


def main():
    questions, answers = queue.Queue(1), queue.Queue(1)
    got = []

    def client():
        for n in range(4):
            questions.put(n)
        for _ in range(4):
            got.append(answers.get())

    def server():
        for _ in range(4):
            answers.put(questions.get() + 10)

    threads = [threading.Thread(target=client), threading.Thread(target=server)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == [10, 11, 12, 13]
