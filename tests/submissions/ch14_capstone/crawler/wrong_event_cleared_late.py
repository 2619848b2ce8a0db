# fails: once_each: a worker finds nothing to do, then another finishes the last page and sets the event, then the first clears
# it and waits for ever
# kind: deadlock|lost_wakeup|hang
import threading
from collections import deque


def crawl(start, links, workers=4):
    todo, seen = deque([start]), {start}
    pages, failures = set(), {}
    lock, news = threading.Lock(), threading.Event()
    open_pages = 1

    def work():
        nonlocal open_pages
        while True:
            with lock:
                page = todo.popleft() if todo else None
                if page is None and not open_pages:
                    return
            if page is None:
                news.clear()
                news.wait()
                continue
            found = []
            try:
                found = list(links(page))
                pages.add(page)
            except Exception as error:
                failures[page] = error
            with lock:
                for link in found:
                    if link not in seen:
                        seen.add(link)
                        todo.append(link)
                        open_pages += 1
                open_pages -= 1
            news.set()

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return pages, failures
