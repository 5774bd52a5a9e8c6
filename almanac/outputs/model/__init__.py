"""The model's own pages: everything the catalogue knows of one base model, in the order a reader asks."""
