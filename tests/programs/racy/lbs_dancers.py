# kind: race
# schedule: the leaders' semaphore starts at 1, so that the follower takes the floor before there is a leader
import threading


def main():
    leaders, followers = threading.Semaphore(1), threading.Semaphore(0)
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
