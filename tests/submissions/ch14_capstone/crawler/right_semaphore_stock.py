# right: a semaphore counts the pages on the stack; the one who closes the last page lets every worker through
from threading import Lock, Semaphore, Thread


def crawl(start, links, workers=4):
    stack = [start]
    stock = Semaphore(1)
    mutex = Lock()
    seen = {start}
    done = {}
    state = {"open": 1}

    def work():
        while True:
            stock.acquire()
            with mutex:
                if state["open"] == 0:
                    return
                page = stack.pop()
            try:
                found, error = list(links(page)), None
            except Exception as problem:
                found, error = [], problem
            with mutex:
                done[page] = error
                for link in found:
                    if link in seen:
                        continue
                    seen.add(link)
                    stack.append(link)
                    state["open"] += 1
                    stock.release()
                state["open"] -= 1
                if state["open"] == 0:
                    stock.release(workers)

    threads = []
    for number in range(workers):
        threads.append(Thread(target=work, name=f"crawler-{number}"))
        threads[-1].start()
    for thread in threads:
        thread.join()
    failures = {page: error for page, error in done.items() if error is not None}
    return set(done) - set(failures), failures
