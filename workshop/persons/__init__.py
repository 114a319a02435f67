"""A person who asks what is kept about them: found everywhere, taken out as files, erased as far as may be."""
