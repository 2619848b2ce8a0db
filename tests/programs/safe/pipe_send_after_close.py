# right: the child reads what is sent before it closes
import multiprocessing


def partner(connection):
    connection.recv()
    connection.close()


def main():
    mine, its = multiprocessing.Pipe()
    child = multiprocessing.Process(target=partner, args=(its,))
    child.start()
    its.close()
    mine.send("hello")
    child.join()
