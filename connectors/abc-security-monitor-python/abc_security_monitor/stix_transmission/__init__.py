"""What talks to the data source: the API client, one connector a method, and the error mapper."""
