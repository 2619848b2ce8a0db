# right: closures over a list; more wake-ups than needed; the worker takes its task with pop(0)
import threading
from concurrent.futures import Future


class ThreadExecutor:
    def __init__(self, max_workers):
        bell = threading.Condition()
        tasks, threads, closed = [], [], []

        def take():
            with bell:
                bell.wait_for(lambda: tasks or closed)
                bell.notify_all()
                return tasks.pop(0) if tasks else None

        def work():
            task = take()
            while task:
                task()
                task = take()

        def submit(fn, /, *args, **kwargs):
            future = Future()

            def task():
                if future.set_running_or_notify_cancel():
                    try:
                        value = fn(*args, **kwargs)
                    except BaseException as error:
                        future.set_exception(error)
                    else:
                        future.set_result(value)

            with bell:
                if closed:
                    raise RuntimeError("shut down")
                if len(threads) < max_workers:
                    threads.append(threading.Thread(target=work))
                    threads[-1].start()
                tasks.append(task)
                bell.notify_all()
            return future

        def shutdown(wait=True):
            with bell:
                closed.append(True)
                bell.notify_all()
            if wait:
                for thread in threads:
                    thread.join()

        self.submit, self.shutdown = submit, shutdown

    def map(self, fn, items):
        futures = [self.submit(fn, item) for item in items]
        futures.reverse()

        def results():
            while futures:
                yield futures.pop().result()
        return results()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.shutdown()
