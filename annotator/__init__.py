"""A desktop app in which people and LLMs label data together."""
