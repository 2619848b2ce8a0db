# right: the client reads the reference once; the tuple that it names never changes
import threading


class Server:
    def __init__(self):
        self.config = ("old", 1)


def main():
    server = Server()

    def reload():
        server.config = ("new", 2)

    def connect():
        host, port = server.config
        assert (host, port) in (("old", 1), ("new", 2)), "host and port of different configurations"

    threads = [threading.Thread(target=reload), threading.Thread(target=connect)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
