# fails: at_once: the caller works along with its `workers` threads: workers + 1 calls run at once
# kind: overlap|wrong_result
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
                bell.notify_all()

    threads = [Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    work()
    for thread in threads:
        thread.join()
    return pages, failures
