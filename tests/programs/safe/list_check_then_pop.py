# right: pop itself says whether there was a job: it is tried, not asked for
import threading


def main():
    jobs = ["job"]
    done = []

    def work():
        try:
            job = jobs.pop()
        except IndexError:
            return
        done.append(job)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == ["job"]
