# right: a thread pool reads a blocking iterator (iter(queue.get, None)) which the caller feeds with what it finds
from multiprocessing.dummy import Pool
from queue import Queue


def crawl(start, links, workers=4):
    def ask(page):
        try:
            return page, list(links(page)), None
        except Exception as error:
            return page, (), error

    feed = Queue()
    seen, good, bad = {start}, set(), {}
    feed.put(start)
    left = 1
    pool = Pool(workers)
    for page, found, error in pool.imap_unordered(ask, iter(feed.get, None)):
        if error is None:
            good.add(page)
        else:
            bad[page] = error
        for link in found:
            if link not in seen:
                seen.add(link)
                feed.put(link)
                left += 1
        left -= 1
        if not left:
            feed.put(None)
    pool.close()
    pool.join()
    return good, bad
