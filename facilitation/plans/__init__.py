"""What leaves the room: the draft plan, and what is said about it."""
