"""Chapter NUMBER, TITLE: the helpers that its notebook imports, so that they work under every start method.

The first part is for the explorer: small programs that start threads or processes, wait for them, and fail if a promise is
broken.  What is wrong on purpose says so.  The second part runs for real and returns what it saw.
"""
import threading

# -- 1. For the explorer --------------------------------------------------------------------------------------------


def broken():
    """Wrong on purpose: two threads add to one number, and nothing keeps their steps apart."""
    box = [0]

    def add():
        seen = box[0]
        box[0] = seen + 1

    threads = [threading.Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert box == [2], f"an update is lost: {box[0]}"


# -- 2. For real ----------------------------------------------------------------------------------------------------
