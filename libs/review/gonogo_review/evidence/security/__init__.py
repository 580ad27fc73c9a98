"""Security scans and inventories of components."""
