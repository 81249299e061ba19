"""Permanent addresses: what was published once is found again, moved, or told to be lost."""
