"""Due Course: practise hard collection calls before a real debtor pays for the lesson."""

__version__ = "0.1.0"
