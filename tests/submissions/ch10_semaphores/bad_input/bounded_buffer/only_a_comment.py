# expect: interface: BoundedBuffer is missing
