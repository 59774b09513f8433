"""What is shipped of the documentation: the guide, and what it refers to; read through annotator/paths.py."""
