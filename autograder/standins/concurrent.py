"""What ``import concurrent.futures`` and its submodules give, by name."""

from .lazily import lazily

MODULES = {"concurrent": dict, "concurrent.futures": lazily("executors"), "concurrent.futures.thread": lazily("thread_executor"),
           "concurrent.futures.process": lazily("process_executor"), "concurrent.futures._base": lazily("executors", "errors")}
