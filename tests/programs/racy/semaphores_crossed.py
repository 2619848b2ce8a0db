# kind: deadlock
# schedule: each of the two jobs has one of the two tools and waits for the other
import threading


def main():
    tools = threading.Semaphore(2)
    done = []

    def job():
        tools.acquire()
        tools.acquire()
        done.append(1)
        tools.release(2)

    threads = [threading.Thread(target=job) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 2
