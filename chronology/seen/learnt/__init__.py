"""A second opinion, learnt from invented entries: weights, and networks where those are in doubt.

opinion.py  weights and networks together  weighing.py the weights
evidence.py what is weighed                network.py  the networks
tokens.py   what a network reads
"""
