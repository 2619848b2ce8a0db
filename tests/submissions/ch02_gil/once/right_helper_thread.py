# right: the function runs in a thread that is joined
import threading
def once(function):
    lock = threading.Lock(); box = {}
    def call():
        with lock:
            if "value" not in box:
                box.pop("error", None)
                def run():
                    try: box["value"] = function()
                    except BaseException as e: box["error"] = e
                t = threading.Thread(target=run); t.start(); t.join()
                if "error" in box: raise box["error"]
            return box["value"]
    return call
