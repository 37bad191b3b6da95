"""Any file to a manuscript; one file a format."""
