# fails: at_once: a page brings three links but wakes one waiting worker only; the third link waits though a worker is free
# kind: deadlock|lost_wakeup|hang|wrong_result|overlap
from collections import deque
from threading import Condition, Thread


def crawl(start, links, workers=4):
    todo, seen = deque([start]), {start}
    pages, failures = set(), {}
    bell = Condition()
    busy = 0

    def work():
        nonlocal busy
        while True:
            with bell:
                while not todo and busy:
                    bell.wait()
                if not todo:
                    bell.notify_all()
                    return
                page = todo.popleft()
                busy += 1
            found = []
            try:
                found = list(links(page))
                pages.add(page)
            except Exception as error:
                failures[page] = error
            with bell:
                busy -= 1
                for link in found:
                    if link not in seen:
                        seen.add(link)
                        todo.append(link)
                bell.notify()

    threads = [Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return pages, failures
