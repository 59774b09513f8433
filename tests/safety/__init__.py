"""What SECURITY.md promises, tried."""
