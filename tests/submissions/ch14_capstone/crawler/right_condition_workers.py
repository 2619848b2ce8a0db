# right: the textbook: a deque, a Condition, a count of busy workers; the last one to find nothing wakes all
from collections import deque
from threading import Condition, Thread


def crawl(start, links, workers=4):
    todo = deque([start])
    seen = {start}
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
                for link in links(page):
                    found.append(link)
            except Exception as error:
                failures[page] = error
            else:
                pages.add(page)
            with bell:
                busy -= 1
                for link in found:
                    if link not in seen:
                        seen.add(link)
                        todo.append(link)
                bell.notify_all()

    threads = [Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return pages, failures
