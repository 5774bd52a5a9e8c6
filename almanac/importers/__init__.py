"""Importers: another catalogue's own files, turned into findings, merged, and written as byte-exact edits of `content/`."""
