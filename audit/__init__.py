"""The accessibility bench: measures every page of the demo site and writes `data/audit.json`."""
