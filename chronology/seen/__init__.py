"""Reading from a narrative who was seen and heard: words, people, cues, scopes, and weighing."""
