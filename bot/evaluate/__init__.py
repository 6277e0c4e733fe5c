"""How good is it? Sets of questions in, measures with intervals out. Uses the public Python API only."""
