"""Who is named: completed names, and the long forms of acronyms."""
