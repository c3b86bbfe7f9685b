"""The commands of the command line, one file each; what they print and read stays at this edge."""
