# right: the client takes each answer before it asks again
import queue
import threading


def main():
    questions, answers = queue.Queue(1), queue.Queue(1)
    got = []

    def client():
        for n in range(4):
            questions.put(n)
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
