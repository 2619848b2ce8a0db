# fails: once_each: two idle workers wait, the last one busy leaves with a single notify; one of them waits for ever
# kind: deadlock|lost_wakeup|hang
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
                if not busy and not todo:
                    bell.notify()

    threads = [Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return pages, failures
