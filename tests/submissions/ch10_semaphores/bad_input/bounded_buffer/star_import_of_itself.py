# expect: exception|interface|forbidden: the module imports itself before its class exists
from bounded_buffer import BoundedBuffer

print(BoundedBuffer)
