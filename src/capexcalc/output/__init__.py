"""Results as text: json, csv, markdown, tables, and the JSON Schema files. Nothing here writes or decides."""
