"""A public-disclosure site from records: see `docs/developers/`."""
