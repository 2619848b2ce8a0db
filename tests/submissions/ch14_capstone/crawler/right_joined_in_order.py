# right: a thread is joined only after the thread that started it, so it has always been started
import threading
def crawl(start, links, workers=4):
    slots = threading.Semaphore(workers); lock = threading.Lock(); seen, pages, failures, threads = set(), set(), {}, []
    def add(page):
        with lock:
            if page in seen: return
            seen.add(page)
            t = threading.Thread(target=visit, args=(page,))
            threads.append(t)
        t.start()
    def visit(page):
        with slots:
            try: found = list(links(page))
            except Exception as e:
                failures[page] = e
                return
        pages.add(page)
        for link in found: add(link)
    add(start)
    for t in threads: t.join()
    return pages, failures
