# fails: once_each: both workers take len(seen) before either adds page c, both see it grown afterwards; c is asked for twice
# kind: race|wrong_result
import queue
import threading


def crawl(start, links, workers=4):
    todo = queue.Queue()
    seen, pages, failures = set(), set(), {}

    def offer(page):
        before = len(seen)
        seen.add(page)
        if len(seen) > before:
            todo.put(page)

    def worker():
        while (page := todo.get()) is not None:
            try:
                found = list(links(page))
                pages.add(page)
                for link in found:
                    offer(link)
            except Exception as error:
                failures[page] = error
            todo.task_done()

    offer(start)
    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for t in threads:
        t.start()
    todo.join()
    for _ in threads:
        todo.put(None)
    for t in threads:
        t.join()
    return pages, failures
