"""The learning rate: warmup, stable, decay."""

from training.settings import Settings


def rate(step: int, decay_start: int, settings: Settings) -> float:
    """The learning rate of step ``step`` (from 0).

    Linear warmup, then constant, then from ``decay_start`` on down by one minus the square root of the share of
    the decay that is over (Hägele et al., NeurIPS 2024).
    """
    warmed = min(1.0, (step + 1) / settings.warmup_steps)
    over = max(0.0, min(1.0, (step - decay_start) / settings.decay_steps))
    return float(settings.learning_rate * warmed * (1 - over**0.5))
