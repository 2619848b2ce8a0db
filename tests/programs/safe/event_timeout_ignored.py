# right: main looks at what wait returns
import threading


def main():
    ready = threading.Event()
    result = []

    def work():
        result.append(1)
        ready.set()

    thread = threading.Thread(target=work)
    thread.start()
    found = list(result) if ready.wait(1) else None
    thread.join()
    assert found in ([1], None)
