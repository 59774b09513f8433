"""Plain values and mathematics: no Qt, no SQL, no network, no files."""
