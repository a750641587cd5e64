"""Pure functions over incidents and claims: the force ledger."""
