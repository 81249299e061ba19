"""Personal data in what is about to be published: what it looks like, and where it hides in files.

Pure functions from text and bytes to finds: nothing here knows records, settings or problems.
`checking/personal_data.py` says which files are looked at and which finds are meant to be public.
"""
