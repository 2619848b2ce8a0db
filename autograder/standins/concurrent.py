"""What ``import concurrent.futures`` and its submodules give, by name.  What is not used is not loaded: that costs 10 ms."""


def futures():
    from . import executors
    return executors.members()


def thread():
    from .thread_executor import BrokenThreadPool, ThreadPoolExecutor
    return {"ThreadPoolExecutor": ThreadPoolExecutor, "BrokenThreadPool": BrokenThreadPool}


def process():
    from .process_executor import BrokenProcessPool, ProcessPoolExecutor
    return {"ProcessPoolExecutor": ProcessPoolExecutor, "BrokenProcessPool": BrokenProcessPool}


MODULES = {"concurrent": dict, "concurrent.futures": futures, "concurrent.futures.thread": thread,
           "concurrent.futures.process": process}
