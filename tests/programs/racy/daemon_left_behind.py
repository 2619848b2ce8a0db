# kind: race
# schedule: main trusts that the daemon has written, without joining it
import threading


def main():
    log = []
    thread = threading.Thread(target=log.append, args=("line",), daemon=True)
    thread.start()
    assert log == ["line"]
