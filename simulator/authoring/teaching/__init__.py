"""What a scenario does with a reply, and how it is taught one that it did not understand."""
