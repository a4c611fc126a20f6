"""A connector for ABC Security Monitor, and a module of stix-shifter where it lies in a checkout."""
