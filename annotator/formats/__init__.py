"""Reads and writes interchange files, streaming, row by row."""
