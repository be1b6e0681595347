"""The services rates are fetched from, one file each, in the formats they document."""
