"""Tests in a scenario file and transcripts beside it: played, compared, blessed, and what they reach."""
