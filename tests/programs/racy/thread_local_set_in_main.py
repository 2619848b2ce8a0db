# kind: exception
# schedule: the worker asks for a value that only the main thread has set: AttributeError in every interleaving
import threading

context = threading.local()


def handle(out):
    out.append(context.user)


def main():
    out = []
    context.user = "ann"
    thread = threading.Thread(target=handle, args=(out,))
    thread.start()
    thread.join()
    assert out == ["ann"]
