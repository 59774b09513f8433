"""Merging the answers of people and LLMs into label probabilities."""
