# right: there are as many workers as calls that have to meet
import threading
from concurrent.futures import ThreadPoolExecutor


def main():
    meeting = threading.Barrier(3)
    with ThreadPoolExecutor(max_workers=3) as pool:
        for _ in range(3):
            pool.submit(meeting.wait)
