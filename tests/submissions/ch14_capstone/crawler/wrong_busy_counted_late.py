# fails: at_once: between taking the page and counting itself busy the worker lets the lock go; an idle one sees nothing to do and
# nobody busy, and leaves: later fewer than workers calls run at once
# kind: deadlock|hang|wrong_result|overlap|race
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
            with bell:
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
                bell.notify_all()

    threads = [Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return pages, failures
