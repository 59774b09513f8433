"""The use cases: what the window, the command line and scripts all call."""
