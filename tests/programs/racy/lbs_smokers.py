# kind: deadlock
# schedule: paper and tobacco lie there; the smoker who needs paper and matches takes the paper, the one who needs both gets the tobacco only
import threading


def main():
    tobacco, paper, matches, smoked = (threading.Semaphore(0) for _ in range(4))
    log = []

    def agent():
        tobacco.release()
        paper.release()
        smoked.acquire()
        paper.release()
        matches.release()
        smoked.acquire()

    def smoker(name, first, second):
        first.acquire()
        second.acquire()
        log.append(name)
        smoked.release()

    threads = [threading.Thread(target=agent), threading.Thread(target=smoker, args=("with matches", tobacco, paper)),
               threading.Thread(target=smoker, args=("with tobacco", paper, matches))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert log == ["with matches", "with tobacco"]
