# fails: failures: a call that raises keeps its place in the semaphore; the next page waits for ever
# kind: deadlock|hang
import threading
def crawl(start, links, workers=4):
    slots = threading.Semaphore(workers); lock = threading.Lock(); seen, pages, failures, threads = set(), set(), {}, []
    def add(page):
        with lock:
            if page not in seen:
                seen.add(page)
                t = threading.Thread(target=visit, args=(page,)); t.start(); threads.append(t)
    def visit(page):
        slots.acquire()
        try: found = list(links(page))
        except Exception as e:
            failures[page] = e
            return
        slots.release()
        pages.add(page)
        for l in found: add(l)
    add(start)
    for t in threads: t.join()
    return pages, failures
