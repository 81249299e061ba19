"""Which translations follow their original: fields, their state, the lock file, and spreadsheets.

Knows models and the reading of files; nothing of pages.
"""
