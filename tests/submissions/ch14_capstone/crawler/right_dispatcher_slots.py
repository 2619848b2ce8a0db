# right: the caller takes a place for each page before it starts that page's thread; answers come by a queue
import threading, queue
def crawl(start, links, workers=4):
    slots = threading.Semaphore(workers); answers = queue.Queue(); seen, pages, failures = {start}, set(), {}
    todo, threads, open_ = [start], [], 0
    def visit(page):
        try: answer = (page, list(links(page)), None)
        except Exception as e: answer = (page, [], e)
        slots.release()
        answers.put(answer)
    while todo or open_:
        while todo:
            slots.acquire()
            t = threading.Thread(target=visit, args=(todo.pop(),)); t.start()
            threads.append(t); open_ += 1
        page, found, error = answers.get(); open_ -= 1
        if error is None: pages.add(page)
        else: failures[page] = error
        for link in found:
            if link not in seen: seen.add(link); todo.append(link)
    for t in threads: t.join()
    return pages, failures
