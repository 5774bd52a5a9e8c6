"""Almanac answers for turning checked records about AI models into a site that shows every fact with its source."""
