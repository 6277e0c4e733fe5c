"""Measures in a text: lengths, weights, temperatures, spans of time and shares, in one unit for each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.checking.numbers import SCALES, Number, numbers
from bot.checking.quantity import COUNTED, Quantity, last_digit

_MEASURES = """
length 1000: km kms kilometre kilometres kilometer kilometers
length 1609.344: mi mile miles
length 1: m metre metres meter meters
length 0.01: cm centimetre centimetres centimeter centimeters
length 0.001: mm millimetre millimetres millimeter millimeters
length 0.9144: yd yds yard yards
length 0.3048: ft foot feet
length 0.0254: inch inches
length 1852: nautical_mile nautical_miles
area 1000000: km² km2 sq_km square_km square_kilometre square_kilometres square_kilometer square_kilometers
area 2589988.110336: sq_mi sq_mile sq_miles square_mile square_miles
area 10000: ha hectare hectares
area 4046.8564224: acre acres
area 1: m² m2 sq_m square_metre square_metres square_meter square_meters
area 0.09290304: sq_ft square_foot square_feet
mass 1: kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes
mass 0.001: g gram grams gramme grammes
mass 1000: tonne tonnes metric_ton metric_tons
mass 0.45359237: lb lbs pound pounds
mass 0.028349523125: oz ounce ounces
speed 1: km/h kmh kph kilometres_per_hour kilometers_per_hour kilometres_an_hour kilometers_an_hour
speed 1.609344: mph miles_per_hour miles_an_hour
seconds 1: second seconds
seconds 60: min mins minute minutes
seconds 3600: hr hrs hour hours
seconds 86400: day days
seconds 604800: week weeks
seconds 1209600: fortnight fortnights
months 1: month months
months 12: yr yrs year years
months 120: decade decades
months 1200: century centuries
share 0.01: % percent per_cent percentage_point percentage_points
"""
"""Kind, size in one unit for the kind, and what it is called. Tons and gallons differ between countries: left out."""

LARGE = 1_000
"""Numbers from here on may be the first of a range: "10 to 12 million"."""

_NAMED = {
    name.replace("_", " "): (kind, float(size))
    for kind, size, names in (
        (*head.split(), names) for head, _, names in (line.partition(": ") for line in _MEASURES.strip().splitlines())
    )
    for name in names.split()
}
_NAME = "|".join(re.escape(name).replace(r"\ ", r"[\s-]+") for name in sorted(_NAMED, key=len, reverse=True))
_AND_A_HALF = r"(?P<more>\s+and\s+a\s+half)?"
_MEASURE = re.compile(rf"[\s-]*(?P<name>{_NAME})(?!\w){_AND_A_HALF}", re.IGNORECASE)
_DEGREES = re.compile(
    r"[\s-]*(?:(?:°|º|degrees?)\s*(?P<short>[CF])|(?P<bare>[CF])|(?:°|º|degrees?)?\s*(?P<full>celsius|centigrade|fahrenheit))(?!\w)",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:-|–|—|to|and|or)\s*", re.IGNORECASE)
_ONE = re.compile(
    rf"\b(?P<one>half[\s-]+an?|half|an?|one|the\s+(?:past|last|next))[\s-]+(?P<name>{_NAME})(?!\w){_AND_A_HALF}",
    re.IGNORECASE,
)


def measures(text: str) -> Iterator[Quantity]:
    """Every measure with a number, and those of one: "a decade", "half an hour", "a year and a half"."""
    found = numbers(text)
    for place, number in enumerate(found):
        yield from _measure(text, found, place)
        if number.text[-1] in "mM" and number.text[0].isdigit():  # "2m" may be metres or millions
            size = float(number.text[:-1].replace(",", ""))
            yield _quantity(number._replace(value=size), "length", 1.0)
    for first, second in pairwise(found):
        if (scale := _scale(second)) and first.value < second.value and _TO.fullmatch(text, first.end, second.start):
            yield Quantity("count", first.value * scale, first.start, first.end)
    for number in found:
        if number.value >= LARGE:
            yield Quantity("count", number.value, number.start, number.end)
    for match in _ONE.finditer(text):
        kind, unit = _unit(match)
        amount = (0.5 if match["one"].casefold().startswith("half") else 1.0) + 0.5 * bool(match["more"])
        yield Quantity(kind, amount * unit, match.start(), match.end(), unit, last_digit(amount, counted=True))


def _measure(text: str, found: Sequence[Number], place: int) -> Iterator[Quantity]:
    """The measure of a number, or of the second of two: of "10 to 15 km" and "10-15 km"."""
    number = found[place]
    end = number.end
    if place + 1 < len(found) and _TO.fullmatch(text, end, found[place + 1].start):
        end = found[place + 1].end
    for stop in dict.fromkeys((number.end, end)):
        if degrees := _DEGREES.match(text, stop):
            yield _degrees(number, degrees["short"] or degrees["bare"] or degrees["full"])
        elif match := _MEASURE.match(text, stop):
            more = 0.5 * bool(match["more"])
            yield _quantity(number._replace(value=number.value + more), *_unit(match))
        else:
            continue
        return


def _scale(number: Number) -> float:
    """What the word at the end of a number stands for, which the one before may share: "10 to 12 million"."""
    return SCALES.get(number.text.split()[-1].casefold(), 0.0)


def _unit(match: re.Match[str]) -> tuple[str, float]:
    return _NAMED[re.sub(r"[\s-]+", " ", match["name"].casefold())]


def _quantity(number: Number, kind: str, unit: float) -> Quantity:
    step = last_digit(number.value, counted=kind in COUNTED)
    return Quantity(kind, number.value * unit, number.start, number.end, unit, step, number.hedged)


def _degrees(number: Number, scale: str) -> Quantity:
    """In degrees Celsius."""
    fahrenheit = scale.casefold().startswith("f")
    value = (number.value - 32) / 1.8 if fahrenheit else number.value
    unit, step = 1 / 1.8 if fahrenheit else 1.0, last_digit(number.value, counted=True)
    return Quantity("temperature", value, number.start, number.end, unit, step, number.hedged)
