# right: a thread for each page, a counter under a condition in place of a semaphore
import threading
def crawl(start, links, workers=4):
    cond = threading.Condition(); seen, pages, failures, threads = set(), set(), {}, []; running = 0
    def add(page):
        with cond:
            if page not in seen:
                seen.add(page)
                t = threading.Thread(target=visit, args=(page,)); t.start(); threads.append(t)
    def visit(page):
        nonlocal running
        with cond:
            cond.wait_for(lambda: running < workers)
            running += 1
        try: found = list(links(page))
        except Exception as e: failures[page] = e
        else:
            pages.add(page)
            for l in found: add(l)
        with cond:
            running -= 1; cond.notify_all()
    add(start)
    for t in threads: t.join()
    return pages, failures
