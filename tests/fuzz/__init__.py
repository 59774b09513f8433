"""Bad input for everything that reads what a stranger may have written: it is read, or refused in one sentence."""
