# right: with gives the lock back although parsing raises
import threading


class Settings:
    def __init__(self):
        self.lock = threading.RLock()
        self.values = {}

    def load(self, text):
        with self.lock:
            name, value = text.split("=")
            self.values[name] = int(value)


def main():
    settings = Settings()

    def work(text):
        try:
            settings.load(text)
        except ValueError:
            pass

    threads = [threading.Thread(target=work, args=(text,)) for text in ("size", "width=3")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert settings.values == {"width": 3}
