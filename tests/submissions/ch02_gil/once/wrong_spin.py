# fails: one_call: those who find the function running look again every millisecond until there is a result
# kind: livelock
import time
from threading import Lock


def once(function):
    lock = Lock()
    results = []

    def call():
        while not results:
            if lock.acquire(blocking=False):
                try:
                    if not results:
                        results.append(function())
                finally:
                    lock.release()
            else:
                time.sleep(0.001)
        return results[0]

    return call
