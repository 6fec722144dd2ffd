"""Items: quotes, lessons and frameworks."""
