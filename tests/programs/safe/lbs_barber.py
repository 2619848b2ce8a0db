# right: a mutex guards looking at the chair and sitting down on it
import threading


class Shop:
    def __init__(self):
        self.sitting = 0
        self.mutex = threading.Lock()
        self.customers = threading.Semaphore(0)
        self.cut = threading.Semaphore(0)

    def visit(self):
        with self.mutex:
            if self.sitting == 1:
                return
            self.sitting += 1
            assert self.sitting <= 1, "two on one chair"
        self.customers.release()
        self.cut.acquire()


def main():
    shop = Shop()

    def barber():
        while True:
            shop.customers.acquire()
            with shop.mutex:
                if shop.sitting == 0:
                    return
                shop.sitting -= 1
            shop.cut.release()

    threads = [threading.Thread(target=shop.visit), threading.Thread(target=shop.visit)]
    working = threading.Thread(target=barber)
    working.start()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    shop.customers.release()
    working.join()
