"""The whole, wired: the web application, the worker, the supervisor and the command line."""
