"""Runs the pipeline over files and projects: workers, the store, the site, looking things up."""
