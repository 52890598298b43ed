"""Personal data: how long it is kept, and the rights of the people it speaks of (ARCO)."""
