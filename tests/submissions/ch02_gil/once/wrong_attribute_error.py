# fails: errors: AttributeError of the function swallowed: None
# kind: wrong_result|exception
import threading
def once(function):
    lock = threading.Lock()
    def call():
        with lock:
            try:
                if not hasattr(call, "value"): call.value = function()
                return call.value
            except AttributeError: return None
    return call
