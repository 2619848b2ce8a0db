# fails: failures: a call that raises goes to the next page by continue, past task_done; Queue.join waits for ever
# kind: deadlock|hang|lost_wakeup
import queue
import threading


def crawl(start, links, workers=4):
    todo, lock = queue.Queue(), threading.Lock()
    seen, pages, failures = {start}, set(), {}

    def worker():
        while (page := todo.get()) is not None:
            try:
                found = list(links(page))
            except Exception as error:
                failures[page] = error
                continue
            pages.add(page)
            with lock:
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
