"""Documents, claims, rejections and judgements in tables, with their migrations."""
