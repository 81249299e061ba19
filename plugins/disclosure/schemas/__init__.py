"""JSON Schemas of the files that editors write, with the names of their fields."""
