"""Sources that a library follows: feeds, sitemaps, lists, single pages and folders, looked at again and again."""
