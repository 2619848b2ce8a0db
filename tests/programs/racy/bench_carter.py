# kind: deadlock
# schedule: two counters of users, each taken care of by its own lock: who holds a and wants b meets who holds b and wants a
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
        resource.acquire()
        with mutex:
            shared.users_b += 1
        resource.release()

    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
