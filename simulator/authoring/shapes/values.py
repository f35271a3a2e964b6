"""What a value says: money, spans of time, ranges, conditions and signed effects, out of plain text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from simulator.call.script import MOODS, Comparison, Condition

DECIMALS = {
    **dict.fromkeys(("USD", "GBP", "EUR", "CNY", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD", "MOP", "CHF"), 2),
    **dict.fromkeys(("JPY", "KRW"), 0),
}
"""Currencies a balance may be in, and how many decimals each has (ISO 4217)."""

_YES = ("yes", "true", "on", "是")
_NO = ("no", "false", "off", "否")
_OPERATORS = {"=": "==", "≥": ">=", "≤": "<=", "≠": "!="}
_COMPARISON = re.compile(r"(?P<name>[^\W\d]\w*)\s*(?P<op>>=|<=|==|!=|[><=≥≤≠])\s*(?P<number>[+-]?\d+)")
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MONEY = re.compile(rf"(?P<amount>{_NUMBER})\s*(?P<currency>[A-Za-z]{{3}})")
_MONTHLY = re.compile(rf"(?P<amount>{_NUMBER})\s*(?:(?:a|per|/) ?month|元?(?:每月|每个月|/月))?")
_AMOUNT = re.compile(rf"(?P<amount>{_NUMBER})\s*元?")
_MONTHLY_ZH = re.compile(rf"(?:每月|每个月)\s*(?P<amount>{_NUMBER})\s*元?")
_RANGE = re.compile(r"(?P<low>\d{1,3})(?:\s*(?:to|-|到|至)\s*(?P<high>\d{1,3}))?\s*期?")
_DAYS = re.compile(r"(?P<days>\d{1,5})\s*(?:days?|天)")
_MONTHS = re.compile(r"(?P<months>\d{1,3})\s*(?:months?|个月)")
_PERCENT = re.compile(r"(?P<percent>\d{1,3}(?:\.\d+)?)\s*%")


class Misread(ValueError):
    """A value that does not say what is expected there: the code of the finding and its details.

    `at` leads from the value to the part that is meant, when the value has parts.
    """

    def __init__(self, key: str, details: Mapping[str, str] | None = None, at: tuple[str | int, ...] = ()):
        super().__init__(key)
        self.key = key
        self.details = dict(details or {})
        self.at = at


def folded(text: str) -> str:
    """Return full-width digits and signs as plain ones; what an input method writes is not an error."""
    return unicodedata.normalize("NFKC", text).replace("−", "-").replace("–", "-").strip()


def _expected(text: str, form: str) -> Misread:
    return Misread("D114", {"value": text, "form": form})


def read_yes(text: str) -> bool:
    """Read yes or no."""
    said = folded(text).casefold()
    if said in _YES or said in _NO:
        return said in _YES
    raise _expected(text, "yes / no")


def read_whole(text: str, low: int, high: int) -> int:
    """Read a whole number from `low` to `high`."""
    said = folded(text)
    if not re.fullmatch(r"[+-]?\d{1,6}", said):
        raise Misread("D115", {"value": text, "low": str(low), "high": str(high)})
    if not low <= int(said) <= high:
        raise Misread("D405", {"value": text, "low": str(low), "high": str(high)})
    return int(said)


def read_signed(text: str) -> int:
    """Read an effect such as +2 or -1; the sign is compulsory, because a bare 2 could mean "set to 2"."""
    said = folded(text)
    if re.fullmatch(r"\d{1,3}", said):
        raise Misread("D105", {"value": said})
    if not re.fullmatch(r"[+-]\s?\d{1,3}", said):
        raise _expected(text, "+2 / -1")
    value = int(said.replace(" ", ""))
    if not -10 <= value <= 10:
        raise Misread("D405", {"value": text, "low": "-10", "high": "+10"})
    return value


def read_condition(text: str, turns: bool = True) -> Condition:
    """Read `name op number` joined by `and`; names are the moods and "turn"."""
    names = (*MOODS, "turn") if turns else MOODS
    comparisons = []
    for part in re.split(r"\s+(?:and|AND|且|并且)\s+|\s*&&?\s*", folded(text)):
        found = _COMPARISON.fullmatch(part.strip())
        if not found:
            raise Misread("D403", {"part": part.strip() or text})
        name, number = found["name"], int(found["number"])
        if name not in names:
            raise Misread("D401", {"name": name, "known": ", ".join(names)})
        if name != "turn" and not 0 <= number <= 10:
            raise Misread("D405", {"value": found["number"], "low": "0", "high": "10"})
        operator = _OPERATORS.get(found["op"], found["op"])
        comparisons.append(Comparison(name=name, op=operator, number=number))
    return tuple(comparisons)


def read_money(text: str) -> tuple[int, str]:
    """Read an amount with its currency, "4200.00 USD": minor units (cents, fen) and the ISO code."""
    found = _MONEY.fullmatch(folded(text))
    if not found or found["currency"].upper() not in DECIMALS:
        raise _expected(text, "4200.00 USD, 86500.00 CNY")
    currency = found["currency"].upper()
    return minor(Decimal(found["amount"].replace(",", "")), currency), currency


def read_monthly(text: str) -> Decimal:
    """Read an amount a month, "1450 a month", in units of the account's currency."""
    said = folded(text)
    found = _MONTHLY.fullmatch(said) or _MONTHLY_ZH.fullmatch(said)
    if not found:
        raise _expected(text, "1450 a month")
    return Decimal(found["amount"].replace(",", ""))


def read_amount(text: str) -> Decimal:
    """Read an amount, "120", in units of the account's currency."""
    if not (found := _AMOUNT.fullmatch(folded(text))):
        raise _expected(text, "120")
    return Decimal(found["amount"].replace(",", ""))


def minor(amount: Decimal, currency: str) -> int:
    """Return an amount in minor units of a currency."""
    return int((amount * 10 ** DECIMALS[currency]).to_integral_value())


def read_range(text: str) -> tuple[int, int]:
    """Read how many payments may be agreed, "3 to 12" or just "6"."""
    found = _RANGE.fullmatch(folded(text))
    if not found:
        raise _expected(text, "3 to 12")
    low, high = int(found["low"]), int(found["high"] or found["low"])
    if not 1 <= low <= high:
        raise _expected(text, "3 to 12")
    return low, high


def read_days(text: str) -> int:
    """Read a number of days, "30 days"."""
    if not (found := _DAYS.fullmatch(folded(text))):
        raise _expected(text, "30 days")
    return int(found["days"])


def read_months(text: str) -> int:
    """Read a number of months, "12 months"."""
    if not (found := _MONTHS.fullmatch(folded(text))):
        raise _expected(text, "12 months")
    return int(found["months"])


def read_share(text: str) -> float:
    """Read a percentage, "10%", as a share from 0 to 1."""
    found = _PERCENT.fullmatch(folded(text))
    if not found or float(found["percent"]) > 100:
        raise _expected(text, "10%")
    return float(found["percent"]) / 100


def read_date(text: str) -> date:
    """Read a day, "2026-06-10"."""
    try:
        return date.fromisoformat(folded(text))
    except ValueError:
        raise _expected(text, "2026-06-10") from None


def read_time(text: str) -> str:
    """Read a time of day, "18:40"."""
    found = re.fullmatch(r"(\d{1,2}):(\d{2})", folded(text))
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise _expected(text, '"18:40"')
    return f"{int(found[1]):02d}:{found[2]}"
