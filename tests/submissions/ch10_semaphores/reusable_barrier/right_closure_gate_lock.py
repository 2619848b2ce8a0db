# right: wait is a closure; a plain lock as the turnstile of each round, the next round's is shut before this one opens
import threading


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be at least 1")
        mutex = threading.Lock()
        turnstile = threading.Lock()
        turnstile.acquire()
        arrived = 0

        def wait():
            nonlocal turnstile, arrived
            with mutex:
                mine, number = turnstile, arrived
                arrived = (arrived + 1) % parties
                if arrived == 0:
                    turnstile = threading.Lock()
                    turnstile.acquire()
                    mine.release()
            with mine:
                return number

        self.wait = wait
