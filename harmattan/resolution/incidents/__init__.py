"""Which claims tell one incident, and what they say together."""
