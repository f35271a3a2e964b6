"""Findings: what is wrong in a file, its wording in every language, its look, and how it is corrected."""
