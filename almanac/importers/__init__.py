"""Importers: another catalogue's own files, turned into findings, merged, and written as edits of `content/`."""
