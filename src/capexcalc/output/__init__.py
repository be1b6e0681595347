"""Results as text: pages set out what a command found, formats print pages and rows. Nothing here decides."""
