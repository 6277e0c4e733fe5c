"""The page and the HTTP server."""
