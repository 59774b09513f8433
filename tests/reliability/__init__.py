"""What a kill at any moment leaves behind: counted for docs/reliability.md, and in small in the tests."""
