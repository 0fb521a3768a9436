"""Pages, feeds and sitemaps from the web, fetched only where the user names addresses, and politely."""
