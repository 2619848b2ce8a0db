"""Programs that order things by ``id``: as the numbers are given when they are asked for, every order has to be explored."""

START = """
import threading

class Thing: pass

def both(*functions):
    threads = [threading.Thread(target=f) for f in functions]
    for t in threads: t.start()
    for t in threads: t.join()
"""

PROGRAMS = {
    "id: two ask in different orders": """
def main():
    a, b, box = Thing(), Thing(), []
    def one(): box.append(("one", id(a) < id(b)))
    def two(): box.append(("two", id(b) < id(a)))
    both(one, two)
""",
    "id: locks in the order of id": """
def main():
    locks = [threading.Lock(), threading.Lock()]
    def work(order):
        for lock in sorted(order, key=id): lock.acquire()
        for lock in order: lock.release()
    both(lambda: work(locks), lambda: work(locks[::-1]))
""",
}
PROGRAMS = {name: START + text for name, text in PROGRAMS.items()}
