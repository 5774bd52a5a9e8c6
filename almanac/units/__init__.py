"""Units: money, dates and tokens, each parsed and formatted side by side, and nowhere else."""
