"""Who is meant: by name, by office, by country and role, or by what the document said before."""
