"""The window: views that show and forward."""
