"""What a value says, in the ways people write it."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.shapes import values
from simulator.authoring.shapes.values import Misread
from simulator.call.script import Comparison


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (values.read_money, "4200.00 USD", (420000, "USD")),
        (values.read_money, "1,234.5 gbp", (123450, "GBP")),
        (values.read_money, "３２０００ CNY", (3200000, "CNY")),
        (values.read_money, "5000 JPY", (5000, "JPY")),
        (values.read_monthly, "1450 a month", Decimal(1450)),
        (values.read_monthly, "1,450.50 per month", Decimal("1450.50")),
        (values.read_monthly, "每月 6200 元", Decimal(6200)),
        (values.read_monthly, "6200 元/月", Decimal(6200)),
        (values.read_range, "3 to 12", (3, 12)),
        (values.read_range, "6", (6, 6)),
        (values.read_range, "3 到 12 期", (3, 12)),
        (values.read_share, "0%", 0.0),
        (values.read_share, "12.5 %", 0.125),
        (values.read_days, "30 days", 30),
        (values.read_days, "64 天", 64),
        (values.read_time, "9:05", "09:05"),
        (values.read_yes, "yes", True),
        (values.read_yes, "否", False),
        (values.read_signed, "+2", 2),
        (values.read_signed, "−3", -3),
        (values.read_signed, "＋1", 1),
    ],
)  # fmt: skip
def test_a_value_is_read(read: object, text: str, value: object) -> None:
    assert read(text) == value  # type: ignore[operator]  # the table holds functions of one text


@pytest.mark.parametrize(
    ("read", "text", "key"),
    [
        (values.read_money, "4200", "D114"),
        (values.read_money, "4200 XXX", "D114"),
        (values.read_money, "-5 USD", "D114"),
        (values.read_monthly, "1450 a week", "D114"),
        (values.read_range, "12 to 3", "D114"),
        (values.read_range, "0 to 3", "D114"),
        (values.read_share, "120%", "D114"),
        (values.read_share, "10", "D114"),
        (values.read_time, "24:00", "D114"),
        (values.read_date, "2026-02-30", "D114"),
        (values.read_signed, "2", "D105"),
        (values.read_signed, "+12", "D405"),
        (values.read_signed, "+two", "D114"),
        (values.read_condition, "anger", "D403"),
        (values.read_condition, "anger >= 9 or trust < 3", "D403"),
        (values.read_condition, "mood >= 9", "D401"),
        (values.read_condition, "trust >= 11", "D405"),
    ],
)  # fmt: skip
def test_a_value_that_says_nothing_is_refused_with_its_code(read: object, text: str, key: str) -> None:
    with pytest.raises(Misread) as caught:
        read(text)  # type: ignore[operator]  # the table holds functions of one text
    assert caught.value.key == key


def test_a_condition_is_comparisons_joined_by_and() -> None:
    assert values.read_condition("anger >= 9 and trust < 3") == (
        Comparison("anger", ">=", 9),
        Comparison("trust", "<", 3),
    )
    assert values.read_condition("turn>12") == (Comparison("turn", ">", 12),)
    assert values.read_condition("anger ≥ 9") == (Comparison("anger", ">=", 9),)


READERS = [getattr(values, name) for name in dir(values) if name.startswith("read_") and name != "read_whole"]


@given(st.text(max_size=30), st.sampled_from(READERS))
def test_no_text_makes_a_reader_fail_in_any_other_way(text: str, read: object) -> None:
    with suppress(Misread):  # the one failure that is allowed; any other fails the test
        read(text)  # type: ignore[operator]  # a reader of one text
