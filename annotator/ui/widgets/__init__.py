"""Pieces that pages are built of. They show and forward; none of them reads the project."""
