"""Reading from a narrative who was seen and heard: words, people, cues, claims, and weighing.

The data files (.toml) and learnt weights (.npz) stand here, the code that reads them in the
folders, of which each takes from those above it only.

    wording/          words and sentences; cues found among them
    who/              who is spoken of: children, relatives, professionals
    scene.py          a narrative with all of it marked
    claims/           what each cue claims of one child: seen, not seen, views
    corrections/      what may not be said whatever a cue claims
    learnt/           weights and networks
    reading.py        all claims, and which of them stand
    second_opinion.py what may be said after weights and networks were asked
"""
