"""Bytes into a page of plain data with places, or the reason why they are none."""
