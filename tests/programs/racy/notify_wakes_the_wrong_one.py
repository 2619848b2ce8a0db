# kind: deadlock|lost_wakeup
# schedule: both consumers wait; the first put wakes one; the second producer finds the slot full and waits behind the other consumer; the get wakes that consumer, not the producer
import threading


class Slot:
    def __init__(self):
        self.items = []
        self.changed = threading.Condition()

    def put(self, item):
        with self.changed:
            while self.items:
                self.changed.wait()
            self.items.append(item)
            self.changed.notify()

    def get(self):
        with self.changed:
            while not self.items:
                self.changed.wait()
            item = self.items.pop()
            self.changed.notify()
            return item


def main():
    slot = Slot()
    threads = [threading.Thread(target=slot.get), threading.Thread(target=slot.get),
               threading.Thread(target=slot.put, args=(1,)), threading.Thread(target=slot.put, args=(2,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert slot.items == []
