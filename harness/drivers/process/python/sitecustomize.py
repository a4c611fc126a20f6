"""Stands before one that PYTHONPATH would have every Python run: see child-environment.ts."""
