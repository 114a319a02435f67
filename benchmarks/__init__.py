"""What things cost, how the cost grows, and the ceiling measured in the same run. `make bench`."""
