# fails: once_each: a page with more new links than the queue holds (one worker): every worker blocks in put and nobody takes
# kind: deadlock|hang
import queue
import threading


def crawl(start, links, workers=4):
    todo, lock = queue.Queue(maxsize=workers), threading.Lock()
    seen, pages, failures = {start}, set(), {}

    def worker():
        while (page := todo.get()) is not None:
            try:
                found = list(links(page))
                pages.add(page)
            except Exception as error:
                failures[page] = error
                found = []
            for link in found:
                with lock:
                    fresh = link not in seen
                    seen.add(link)
                if fresh:
                    todo.put(link)
            todo.task_done()

    todo.put(start)
    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for t in threads:
        t.start()
    todo.join()
    for _ in threads:
        todo.put(None)
    for t in threads:
        t.join()
    return pages, failures
