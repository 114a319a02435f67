"""A year of a fictional ministry and its units, through pages and the API: `toimi demo-year`."""
