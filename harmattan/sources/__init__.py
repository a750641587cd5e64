"""Where documents come from: files, web pages, folders; each yields frozen documents."""
