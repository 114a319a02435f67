"""Simulated participants with something to say: for demos, dress rehearsals and load."""
