# right: threads are started only when there is a page and a free place; the caller joins a list that grows meanwhile
import threading


def crawl(start, links, workers=4):
    lock = threading.Lock()
    stack, known = [start], {start}
    pages, failures = set(), {}
    team, running = [], 0

    def hire():
        # called with the lock held
        nonlocal running
        while running < workers and running < len(stack) + busy:
            running += 1
            thread = threading.Thread(target=labour)
            thread.start()
            team.append(thread)

    busy = 0

    def labour():
        nonlocal running, busy
        while True:
            with lock:
                if not stack:
                    running -= 1
                    return
                page = stack.pop()
                busy += 1
            try:
                found = list(links(page))
                failed = None
            except Exception as error:
                found, failed = [], error
            with lock:
                busy -= 1
                if failed is None:
                    pages.add(page)
                else:
                    failures[page] = failed
                for link in found:
                    if link not in known:
                        known.add(link)
                        stack.append(link)
                hire()

    with lock:
        hire()
    for thread in team:
        thread.join()
    return pages, failures
