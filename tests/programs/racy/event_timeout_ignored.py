# kind: race
# schedule: the wait gives up after its second and returns False, which nobody looks at
import threading


def main():
    ready = threading.Event()
    result = []

    def work():
        result.append(1)
        ready.set()

    thread = threading.Thread(target=work)
    thread.start()
    ready.wait(1)
    found = list(result)
    thread.join()
    assert found == [1]
