"""The reader: guarded parsing of everything in `content/`, with the position of every fact kept."""
