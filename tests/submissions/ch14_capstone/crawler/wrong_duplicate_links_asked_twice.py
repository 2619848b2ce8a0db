# fails: basics: a page gives the same new link twice in one list: it is asked for twice
# kind: wrong_result
import concurrent.futures as cf
def crawl(start, links, workers=4):
    pages, failures, seen = set(), {}, {start}
    def fetch(p): return list(links(p))
    with cf.ThreadPoolExecutor(workers) as ex:
        todo = {ex.submit(fetch, start): start}
        while todo:
            done, _ = cf.wait(todo, return_when="FIRST_COMPLETED")
            for f in done:
                page = todo.pop(f)
                try: found = f.result()
                except Exception as e:
                    failures[page] = e
                    continue
                pages.add(page)
                new = [l for l in found if l not in seen]
                seen.update(new)
                todo.update({ex.submit(fetch, l): l for l in new})
    return pages, failures
