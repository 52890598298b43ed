"""The insurer's records as pages: policies, trámites, siniestralidad."""
