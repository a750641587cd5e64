"""Places that events are said to be at, by name and by their neighbours."""
