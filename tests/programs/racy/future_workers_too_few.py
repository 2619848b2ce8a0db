# kind: deadlock
# schedule: two calls wait at the barrier for the third, which no worker is free to begin
import threading
from concurrent.futures import ThreadPoolExecutor


def main():
    meeting = threading.Barrier(3)
    with ThreadPoolExecutor(max_workers=2) as pool:
        for _ in range(3):
            pool.submit(meeting.wait)
