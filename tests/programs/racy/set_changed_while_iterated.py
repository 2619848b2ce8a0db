# kind: exception
# schedule: a member leaves while the sender is between two members: RuntimeError
import threading


class Room:
    def __init__(self):
        self.members = {1, 2}
        self.sent = []

    def leave(self, member):
        self.members.discard(member)

    def broadcast(self):
        for member in self.members:
            self.sent.append(member)


def main():
    room = Room()
    threads = [threading.Thread(target=room.broadcast), threading.Thread(target=room.leave, args=(2,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 1 in room.sent
