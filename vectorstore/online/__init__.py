"""What addresses of the web hold -> Articles: a page, or a list of them: a feed, a sitemap, a plain list."""
