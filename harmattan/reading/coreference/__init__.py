"""Who is meant: antecedents of pronouns and of descriptions."""
