"""What an editor needs to help: JSON Schema, snippets and settings, and the page of words."""
