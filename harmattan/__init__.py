"""Reads reporting on armed groups and political violence, and cites every value it writes down."""

__version__ = "0.1.0"
