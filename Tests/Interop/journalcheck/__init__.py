"""An independent reader of the journal format, version 1, written from the format page alone."""
