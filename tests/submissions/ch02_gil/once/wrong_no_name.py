# fails: loads: the function is called run_once
# kind: interface
from threading import Lock


def run_once(function):
    lock = Lock()
    results = []

    def call():
        with lock:
            if not results:
                results.append(function())
            return results[0]

    return call
