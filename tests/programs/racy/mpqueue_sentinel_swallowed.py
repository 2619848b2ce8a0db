# kind: deadlock
# schedule: in every one: the first stage does not hand the sentinel on to the second
import multiprocessing


def double(source, target):
    while True:
        item = source.get()
        if item is None:
            break
        target.put(2 * item)


def main():
    source, target = multiprocessing.Queue(), multiprocessing.Queue()
    child = multiprocessing.Process(target=double, args=(source, target))
    child.start()
    source.put(1)
    source.put(None)
    got = []
    while True:
        item = target.get()
        if item is None:
            break
        got.append(item)
    child.join()
    assert got == [2]
