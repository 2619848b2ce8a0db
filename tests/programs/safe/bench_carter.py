# right: the second user takes the mutex first as well, and holds neither while it waits for the other
import threading


class Shared:
    users_a = users_b = 0


def main():
    shared = Shared()
    mutex, resource = threading.Lock(), threading.Lock()

    def first():
        with mutex:
            shared.users_a += 1
            if shared.users_a == 1:
                resource.acquire()
        with mutex:
            shared.users_a -= 1
            if shared.users_a == 0:
                resource.release()

    def second():
        with mutex:
            shared.users_b += 1
        resource.acquire()
        resource.release()

    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (shared.users_a, shared.users_b) == (0, 1)
