"""The months and the days of the week as English names them, in order, and what matches one of them."""

from __future__ import annotations

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH = f"(?:{'|'.join(MONTHS)})"
WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
