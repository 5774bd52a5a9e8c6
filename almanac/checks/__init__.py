"""The checks: small rules, each with a code, that read the library and yield what is wrong with it."""
