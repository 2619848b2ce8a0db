# fails: loads: a ThreadPoolExecutor does it all
# kind: forbidden
from concurrent.futures import ThreadPoolExecutor


class ThreadExecutor(ThreadPoolExecutor):
    def map(self, fn, items):
        futures = [self.submit(fn, item) for item in items]
        return (future.result() for future in futures)
