"""What git knows of the files of a site: one `git log`, and what it says of each file."""
