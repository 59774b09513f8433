"""Tests of annotator.llm."""
