# right: terse; __new__ refuses and builds, tuple assignments, one-letter names
from collections import deque
from threading import Semaphore as S


class BoundedBuffer:
    def __new__(cls, capacity):
        if capacity < 1: raise ValueError
        s = super().__new__(cls)
        s.q, s.f, s.u = deque(), S(capacity), S(0)
        return s
    def put(s, item): s.f.acquire(); s.q.append(item); s.u.release()
    def get(s): s.u.acquire(); x = s.q.popleft(); s.f.release(); return x
