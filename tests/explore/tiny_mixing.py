"""Two processes that write into one pipe without a lock: large messages get mixed."""

START = """
import multiprocessing as mp
LARGE = b"x" * 70_000
def f(c): c.send_bytes(LARGE)
"""

PROGRAMS = {name: START + source for name, source in {
    "mixing: two large messages": """
def main():
    r, w = mp.Pipe(False)
    ps = [mp.Process(target=f, args=(w,)) for _ in range(2)]
    for p in ps: p.start()
    w.close()
    try: print(len(r.recv_bytes()))
    except Exception as e: print(type(e).__name__)
    r.close()
    for p in ps: p.join()
""",
    "mixing: a small one in the middle": """
def g(c): c.send_bytes(b"small")
def main():
    r, w = mp.Pipe(False)
    ps = [mp.Process(target=f, args=(w,)), mp.Process(target=g, args=(w,))]
    for p in ps: p.start()
    w.close()
    for _ in range(2):
        try: print(len(r.recv_bytes()))
        except Exception as e: print(type(e).__name__)
    for p in ps: p.join()
"""}.items()}
