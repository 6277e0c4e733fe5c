"""Addresses of the web asked for, as a stranger's: only public ones, only so much, only so long.

``address`` says which may be asked for, ``connect`` connects to nothing else, ``body`` reads what comes within limits,
``client`` puts these together for one address, and ``polite`` keeps the manners: robots.txt, pauses, retries.
"""
