# kind: race|wrong_result|exception
# schedule: the reader looks between the writes of the two elements
import multiprocessing
import sys


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def move(place):
    place[0] = 5
    place[1] = 5


def look(place):
    x, y = place[0], place[1]
    sys.exit(x != y)


def main():
    place = multiprocessing.Array("i", 2)
    codes = run(multiprocessing.Process(target=move, args=(place,)), multiprocessing.Process(target=look, args=(place,)))
    assert codes == [0, 0]
