raise ValueError("a mapping file is broken")
