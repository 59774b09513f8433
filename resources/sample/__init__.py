"""The sample project: texts, gold, and a simulated crowd."""
