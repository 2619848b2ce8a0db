# right: uses the __name__ that a function has
import threading
def once(function):
    lock, box = threading.Lock(), {}
    name = function.__name__
    def call():
        with lock:
            if name not in box: box[name] = function()
            return box[name]
    return call
