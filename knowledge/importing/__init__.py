"""From a saved page to a reviewed knowledge file: read, extract, draft, check, publish."""
