"""The monthly siniestralidad report of the fleet contract (cláusula décima quinta): columns, rows, files."""
