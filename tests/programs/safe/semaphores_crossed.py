# right: a lock around the two acquires: one job at a time collects its tools
import threading


def main():
    tools = threading.Semaphore(2)
    collecting = threading.Lock()
    done = []

    def job():
        with collecting:
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
