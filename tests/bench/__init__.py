"""Measurements against limits; `make bench` prints them as one table."""
