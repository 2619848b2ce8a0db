# kind: exception
# schedule: both workers see the one job; the first pops it, the second pops from an empty list
import threading


def main():
    jobs = ["job"]
    done = []

    def work():
        if len(jobs) > 0:
            done.append(jobs.pop())

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == ["job"]
