# kind: wrong_result|race
# schedule: both calls build their answer in the one list that was made with the function
import threading


def squares(numbers, out=[]):
    for n in numbers:
        out.append(n * n)
    return out


def main():
    answers = {}

    def work(name, numbers):
        answers[name] = squares(numbers)

    threads = [threading.Thread(target=work, args=("a", [1])), threading.Thread(target=work, args=("b", [2]))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {"a": [1], "b": [4]}, answers
