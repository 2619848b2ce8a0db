# right: each thread sets its own value before it asks for it, and disturbs no other's
import threading

context = threading.local()


def handle(user, out):
    context.user = user
    out.append(context.user)


def main():
    out = []
    context.user = "main"
    threads = [threading.Thread(target=handle, args=("ann", out)), threading.Thread(target=handle, args=("bob", out))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(out) == ["ann", "bob"]
    assert context.user == "main"
