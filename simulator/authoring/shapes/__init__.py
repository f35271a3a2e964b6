"""What files may hold: their shapes, the fields of these, and the plain data they become."""
