"""What reading a Word file and marking one share: its parts, its names, and how the characters of a paragraph count."""
