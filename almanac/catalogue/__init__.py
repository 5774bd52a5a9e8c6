"""The catalogue: pure derivations over what was read and proved, as one frozen value."""
