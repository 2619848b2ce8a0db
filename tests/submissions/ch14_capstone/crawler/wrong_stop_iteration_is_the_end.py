# fails: failures: links(page) itself raises StopIteration; it is taken for the end of the links and the page for a good one
# kind: wrong_result
import queue
import threading


def crawl(start, links, workers=4):
    todo, lock = queue.Queue(), threading.Lock()
    seen, pages, failures = {start}, set(), {}

    def read(page):
        try:
            iterator = iter(links(page))
            while True:
                link = next(iterator)
                with lock:
                    if link not in seen:
                        seen.add(link)
                        todo.put(link)
        except StopIteration:
            pages.add(page)
        except Exception as error:
            failures[page] = error

    def worker():
        while (page := todo.get()) is not None:
            read(page)
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
