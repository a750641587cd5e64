"""One file for each change of the tables. A file is never edited after it was released."""
