"""Rates as files: year files and manifests, folders laid over one another, changes that leave no gap."""
