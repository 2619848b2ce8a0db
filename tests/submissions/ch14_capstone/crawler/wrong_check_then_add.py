# fails: once_each: two workers both find page c not in seen before either adds it; c is asked for twice
# kind: race|wrong_result
import queue
import threading


def crawl(start, links, workers=4):
    todo = queue.Queue()
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
                if link not in seen:
                    seen.add(link)
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
