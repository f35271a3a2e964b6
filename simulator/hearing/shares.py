"""Parts of a debt: half, 20 percent, 两成; and the words for amounts of the file: the rest, the full balance, the minimum."""

from __future__ import annotations

import re
from fractions import Fraction

from scoring.evidence import Span
from simulator.hearing.hearing import Sum
from simulator.hearing.numbers import HAN, SMALL_WORDS, number
from simulator.hearing.reading import Reading
from simulator.hearing.rule import Rule

_LATIN = Rule(
    rf"(?<![\d/])(?P<over>1/[2-5]|2/3|3/4)(?![\d/])|(?P<percent>\b\d+(?:\.\d+)?|\b{SMALL_WORDS}) ?(?:%|percent\b|per cent\b|pc\b)"
    rf"|\b(?P<some>(?:an?|one|two|three) )?(?P<part>thirds?|quarters?|fifths?|tenths?)(?= ?\x00| (?:of (?:it|that|the|what|this)|now|would|will|could|is|at|as|then|in|if|right|soon|or|off|per cent|cleared|paid|today|tomorrow|tonight|down|up ?front|on\b|by\b|first|straight|this|and|before|after|with|for|so|but|while|when|until|till|each|every|within|minimum|please|next|from|up|of your|of my|to (?:start|begin|kick|hold|stop|get|show|keep|freeze|open))\b|[,.?!;]|$)(?<!per quarter)(?<!every quarter)"
    r"|(?P<half>(?<!and a )(?<!first )(?<!second )\bhalf\b(?! ?(?:an? |past|hour|year|grand|the time|way|month|price|-|as much|decent))|\bfifty[- ]fifty\b|\b50[/-]50\b)",
    "%",
    "percent",
    "per cent",
    "pc",
    "third",
    "quarter",
    "fifth",
    "tenth",
    "half",
    "fifty",
    "/",
    "50",
)
_HAN = Rule(
    rf"百分之(?P<percent>{HAN}|\d+(?:\.\d+)?)|(?P<figure>\d+(?:\.\d+)?) ?%|(?P<below>{HAN}|\d+)分之(?P<above>{HAN}|\d+)|(?P<tenth>(?<![百千万十\d])(?![八九]成(?:是|会|就|都|忘|没|有|得|又|在|跟|因为|系统|搞|弄|出|记))[一二两三四五六七八九]|(?<!\d)\d(?:\.\d)?)成(?P<five>半)?(?!不|为|了|本|功|立|年|都|员|绩|交|长|人)"
    r"|(?P<half>一半|半数|对半)(?:儿)?|(?<![\d/])(?P<over>1/[2-5]|2/3|3/4)(?![\d/])"
)
_LATIN_WHOLE = Rule(
    r"(?P<balance>\b(?:the |your |that )?(?:full|whole|entire|total|complete|outstanding|remaining full) (?:outstanding )?(?:balance|amount|sum|debt|lot|thing|arrears|bill|account|total|figure)\b|\b(?:pay|paid|settle|clear|repay|settled|cleared)(?: (?:it|this|that|the (?:balance|account|debt|bill)|everything))?(?: off)? (?P<all>in full)\b|(?<=clear )the lot\b|(?<!that's )(?<!that is )\bthe (?:whole )?lot\b(?= (?:by|today|now|in (?:one|full)|on|before|tomorrow|this|next)|[,.?!]|$)|(?<=pay )the lot\b|(?<=settle )the lot\b|\ball of it\b|(?:(?<=pay )|(?<=clear )|(?<=settle )|(?<=pay off )|(?<=repay ))(?:it all|everything|the balance|the debt|the account|your balance|the arrears|the total|what you owe)\b(?! on (?:the|your)(?: \w+){0,2} (?:card|loan)))"
    r"|(?P<rest>\b(?:the )?(?:rest|remainder|remaining (?:balance|amount|sum|half|money|debt|part)|outstanding rest|other half|second half|outstanding remainder|balance (?:after|remaining|left)|leftover)\b(?! of (?:your|the) (?:day|week|evening|family|month|year|life|call|details|team))|\b(?:what's|what is|whatever's|whatever is|everything) left\b(?: over)?|(?<!of )(?<!of the )(?<!your )\b(?:the )?balance\b(?= \x00+(?! ?(?:is|was|stands|are)))|\b(?:the )?balance\b(?= (?:by|on|in|over|at|within|before|spread|next|from|after|each|end|monthly|split|then|two|a (?:week|month)|tomorrow|the (?:following|week))))"
    r"|(?P<minimum>\b(?:the |a |your |just the )?(?:bare )?minimum(?: (?:monthly )?(?:payment|amount|repayment|due))?\b(?! (?:wage|of \d|is \d|age|term)))",
    "full",
    "whole",
    "entire",
    "total",
    "balance",
    "rest",
    "remain",
    "minimum",
    "left",
    "lot",
    "all",
    "everything",
    "half",
    "debt",
    "owe",
    "account",
    "arrears",
    "complete",
    "outstanding",
    "bill",
)
_HAN_WHOLE = Rule(
    r"(?P<balance>(?:全部|所有)(?:的)?(?:欠款|余额|款项|本金|账单|钱)|全额(?:款)?|全款|(?:整个|全部)(?=还|付|结|缴|交|清)|(?:欠款|余额|账单|款项|账|本息|钱)(?=(?:都|一次性|全(?!部|额|款)|一次|马上|立刻|立即|今天|给)*(?:还清|结清|付清|清掉|还掉|补齐|补上|还上|缴清|清了|结了))|(?<=一次性)(?=还清|结清|付清|还上|还完)还清|(?<=是一次)(?:还清|结清|付清|还上|还完)|(?<=一次)(?:还清|结清|付清|还上|还完)(?=还是)|(?:欠的|欠着的)(?:钱|款)?(?=全|都|一次))"
    r"|(?P<rest>剩下?(?:来)?的?(?:余额|欠款|部分|尾款|那部分|一半|钱|余款|款项|金额)?(?=\x00|[,.?!;]|的|我|您|你|再|分|等|就|在|月|下|到|从|可|慢|都|全|也|按|明|后|咱|\d|[一二三四五六七八九十]|平|这|本|每|给|能|放|$|过|周|发|摊|一|尽|能|用|以)的?|(?<!和)(?<!跟)其[他它]的(?=\x00|分|再|月|下|等|慢|都|就|每|按|给|到|往|咱|后|明|周|平|这|部分|钱)|其余(?:的)?(?:部分|款项|欠款)?|余款|余下(?:的)?(?:部分|欠款|款项)?|尾款|剩余(?:的)?(?:部分|欠款|款项|金额|余额|本金)?|余额(?=再|分|月底|下)|另一半|另外一半|差额|后面的(?=分|再))"
    r"|(?P<minimum>(?:本期|这期|当期)?(?:最低(?:还款|应还)(?:额度|额|金额|款)?(?!日|期|记录)|最低(?:额度|额|金额|款)?(?=[,.?!;:]|的|先|就|还|也|是|那|吧|都|可|行|好|要|给|到|还上|能(?!接受|给|批|到)|这|$)))"
)
_OF = re.compile(r" (?:of )?|的")
_PARTS = {
    "third": Fraction(1, 3),
    "quarter": Fraction(1, 4),
    "fifth": Fraction(1, 5),
    "tenth": Fraction(1, 10),
}


def read_shares(reading: Reading) -> None:
    """Take shares of the balance, and the words for the whole of it, what is left of it, and the minimum."""
    if reading.latin:
        for found in reading.take(_LATIN_WHOLE):
            _whole(reading, found)
        for found in reading.take(_LATIN):
            if found["percent"]:
                _share(reading, found, number(found["percent"]) / 100)
            elif found["over"]:
                _share(reading, found, Fraction(found["over"]))
            elif found["part"]:
                many = number((found["some"] or "a").strip())
                _share(reading, found, many * _PARTS[found["part"].rstrip("s")])
            else:
                _share(reading, found, Fraction(1, 2))
    if reading.han:
        for found in reading.take(_HAN):
            below = number(found["below"]) if found["below"] else Fraction(0)
            if found["percent"] or found["figure"]:
                _share(reading, found, number(found["percent"] or found["figure"]) / 100)
            elif found["tenth"]:
                _share(
                    reading, found, (number(found["tenth"]) + (Fraction(1, 2) if found["five"] else 0)) / 10
                )
            elif found["half"]:
                _share(reading, found, Fraction(1, 2))
            elif found["over"]:
                _share(reading, found, Fraction(found["over"]))
            elif below:
                _share(reading, found, number(found["above"]) / below)
        for found in reading.take(_HAN_WHOLE):
            _whole(reading, found)
    reading.sums[:] = _of_minimum(reading)


def _of_minimum(reading: Reading) -> list[Sum]:
    """Return the sums with "half your minimum" as one that no figure is known of."""
    out: list[Sum] = []
    for one in sorted(reading.sums, key=lambda each: each.span.start):
        last = out[-1] if out else None
        halved = last is not None and "minimum" in (last.whole, one.whole) and bool(last.share or one.share)
        if last and halved and _OF.fullmatch(reading.whole[last.span.end : one.span.start]):
            out[-1] = Sum(None, Span(last.span.start, one.span.end), approx=True)
        else:
            out.append(one)
    return out


def _share(reading: Reading, found: re.Match[str], part: Fraction) -> None:
    if 0 < part <= 1:  # what somebody else's loan costs is no part of a debt
        reading.sums.append(Sum(None, Span(*found.span()), share=round(part * 1000)))


def _whole(reading: Reading, found: re.Match[str]) -> None:
    name = found.lastgroup if found.lastgroup != "all" else "balance"
    start, end = found.span()
    if found.groupdict().get("all"):
        start, end = found.span("all")
    reading.sums.append(Sum(None, Span(start, end), whole=name or "balance"))
