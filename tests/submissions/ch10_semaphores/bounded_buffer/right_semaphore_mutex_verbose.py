# right: verbose; a Semaphore(1) as mutex, explicit acquire with try/finally, counts given by release(n)
import threading


class BoundedBuffer(object):
    """A first in, first out buffer of fixed capacity for any number of threads."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be 1 or more, got %r" % (capacity,))
        self.__capacity = capacity
        self.__contents = []
        self.__mutual_exclusion = threading.Semaphore(1)
        self.__number_of_items = threading.Semaphore(0)
        self.__number_of_places = threading.Semaphore(0)
        self.__number_of_places.release(self.__capacity)

    def put(self, item):
        """Append the item; blocks while the buffer is full."""
        self.__number_of_places.acquire(blocking=True)
        self.__mutual_exclusion.acquire()
        try:
            self.__contents.insert(len(self.__contents), item)
        finally:
            self.__mutual_exclusion.release()
        self.__number_of_items.release(1)
        return None

    def get(self):
        """Remove and return the oldest item; blocks while the buffer is empty."""
        self.__number_of_items.acquire(blocking=True)
        self.__mutual_exclusion.acquire()
        try:
            oldest_item = self.__contents[0]
            del self.__contents[0]
        finally:
            self.__mutual_exclusion.release()
        self.__number_of_places.release()
        return oldest_item
