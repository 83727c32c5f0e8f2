"""What the charts of coverage are made of.

swimlanes.py lanes of contacts along time
axis.py      what charts share  shapes.py what they are drawn with
"""
