"""What is kept no longer: words struck out of logs, and what is removed once its time is over."""
