"""Ready prompt templates for the ways of asking a model; read by annotator.llm.prompts."""
