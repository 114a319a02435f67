"""Taking pictures of the running program: a day that stands still when asked, and the camera."""
