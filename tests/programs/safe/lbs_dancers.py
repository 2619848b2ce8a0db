# right: both queues start empty; each dancer lets one of the other kind go on and waits for one
import threading


def main():
    leaders, followers = threading.Semaphore(0), threading.Semaphore(0)
    ready = []

    def leader():
        ready.append("leader")
        leaders.release()
        followers.acquire()
        assert "follower" in ready, "a leader dances alone"

    def follower():
        ready.append("follower")
        followers.release()
        leaders.acquire()
        assert "leader" in ready, "a follower dances alone"

    threads = [threading.Thread(target=leader), threading.Thread(target=follower)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
