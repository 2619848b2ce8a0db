# right: a daemon can be joined as well
import threading


def main():
    log = []
    thread = threading.Thread(target=log.append, args=("line",), daemon=True)
    thread.start()
    thread.join()
    assert log == ["line"]
