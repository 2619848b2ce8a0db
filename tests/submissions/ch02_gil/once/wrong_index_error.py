# fails: errors: a function's own IndexError is taken for an empty box
# kind: wrong_result|exception|deadlock|livelock|hang
import threading
def once(function):
    lock, box = threading.Lock(), []
    def call():
        while True:
            try:
                with lock:
                    if not box: box.append(function())
                    return box[0]
            except IndexError: continue
    return call
