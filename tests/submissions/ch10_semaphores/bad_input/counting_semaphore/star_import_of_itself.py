# expect: exception|interface|forbidden: the module imports itself before its class exists
from counting_semaphore import CountingSemaphore

print(CountingSemaphore)
