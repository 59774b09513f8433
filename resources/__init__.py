"""Icons, theme, translations, prompt templates and sample data; read through annotator.paths."""
