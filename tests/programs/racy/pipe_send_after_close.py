# kind: exception
# schedule: the child has closed its end before the parent sends: BrokenPipeError
import multiprocessing


def partner(connection):
    connection.close()


def main():
    mine, its = multiprocessing.Pipe()
    child = multiprocessing.Process(target=partner, args=(its,))
    child.start()
    its.close()
    mine.send("hello")
    child.join()
