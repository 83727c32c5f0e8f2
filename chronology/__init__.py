"""The chronology: reading agencies' files faithfully and weaving them into one."""
