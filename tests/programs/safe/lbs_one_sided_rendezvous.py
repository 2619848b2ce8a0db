# right: a barrier for two makes both wait
import threading


def main():
    meeting = threading.Barrier(2)
    log = []

    def a():
        log.append("a1")
        meeting.wait()
        log.append("a2")

    def b():
        log.append("b1")
        meeting.wait()
        log.append("b2")

    threads = [threading.Thread(target=a), threading.Thread(target=b)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(log[:2]) == {"a1", "b1"}, log
