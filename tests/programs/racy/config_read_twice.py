# kind: race
# schedule: the client reads the old host, the reload swaps the configuration, the client reads the new port
import threading


class Server:
    def __init__(self):
        self.config = ("old", 1)


def main():
    server = Server()

    def reload():
        server.config = ("new", 2)

    def connect():
        host = server.config[0]
        port = server.config[1]
        assert (host, port) in (("old", 1), ("new", 2)), "host and port of different configurations"

    threads = [threading.Thread(target=reload), threading.Thread(target=connect)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
