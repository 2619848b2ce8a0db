# expect: interface: CountingSemaphore is missing
