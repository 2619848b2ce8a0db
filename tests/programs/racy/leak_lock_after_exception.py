# kind: leak
# schedule: parsing raises between acquire and release; the caller catches it, and nobody ever gives the lock back
import threading


class Settings:
    def __init__(self):
        self.lock = threading.RLock()
        self.values = {}

    def load(self, text):
        self.lock.acquire()
        name, value = text.split("=")
        self.values[name] = int(value)
        self.lock.release()


def main():
    settings = Settings()

    def work(text):
        try:
            settings.load(text)
        except ValueError:
            pass

    threads = [threading.Thread(target=work, args=("size",))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
