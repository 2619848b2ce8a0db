# right: any of n locks: BoundedSemaphore finds out how many, try each
import threading, functools
def limit(n):
    if n < 1: raise ValueError
    def d(f):
        seats = [threading.Lock() for _ in range(n)]
        door = threading.Semaphore(n)
        @functools.wraps(f)
        def w(*a, **k):
            with door:
                mine = next(seat for seat in seats if seat.acquire(blocking=False))
                try: return f(*a, **k)
                finally: mine.release()
        return w
    return d
