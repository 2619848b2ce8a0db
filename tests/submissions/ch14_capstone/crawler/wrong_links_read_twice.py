# fails: basics: any() reads the first link off a generator; the loop after it never sees that link
# kind: wrong_result
import queue
import threading


def crawl(start, links, workers=4):
    todo, lock = queue.Queue(), threading.Lock()
    seen, pages, failures = {start}, set(), {}

    def worker():
        while (page := todo.get()) is not None:
            try:
                found = links(page)
                if any(True for _ in found):
                    for link in list(found):
                        with lock:
                            if link not in seen:
                                seen.add(link)
                                todo.put(link)
                pages.add(page)
            except Exception as error:
                failures[page] = error
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
