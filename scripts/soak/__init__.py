"""A thousand people writing at once while processes are killed: is every message answered exactly once?"""
