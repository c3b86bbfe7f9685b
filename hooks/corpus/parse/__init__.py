"""Sources in, values of the model out; nothing here touches the disk."""
