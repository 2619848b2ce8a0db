# kind: race
# schedule: both calls of __new__ find no instance before either stores one
import threading


class Settings:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance


def main():
    Settings._instance = None
    made = []

    def make():
        made.append(Settings())

    threads = [threading.Thread(target=make) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made[0] is made[1], "a singleton twice"
