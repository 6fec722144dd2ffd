"""Reading: a page, a folder or bytes become one text, its blocks, and the persons named in them."""
