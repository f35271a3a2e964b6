"""Clipped and sloppy typing written out before figures are read: "cud u do 200 b4 nxt fri"."""

from __future__ import annotations

import re

from simulator.hearing.rule import Rule

_WORDS = {
    "you": "u|ya|yu", "your": "ur|yer", "you've": "youve|uve", "you'll": "youll|ull", "you'd": "youd", "you're": "youre",
    "i'm": "im", "i've": "ive", "we've": "weve", "that's": "thats|dats", "what's": "whats|wats", "what": "wat|wot", "when": "wen",
    "don't": "dont", "can't": "cant", "won't": "wont", "didn't": "didnt", "doesn't": "doesnt", "isn't": "isnt", "haven't": "havent",
    "could": "cd|cud|cld", "would": "wud|wld", "should": "shud|shld", "have": "hav|hve", "going to": "gonna|gunna", "want to": "wanna",
    "before": "b4|befor|bfore", "from": "frm|fom", "through": "thru", "about": "abt|bout", "please": "pls|plz|plse", "between": "betwn|betwen",
    "and": "nd", "with": "wiv", "the": "teh", "paid": "payed|payd", "received": "recieved|recvd|rcvd", "transferred": "transfered",
    "today": "2day|tday|todya", "tonight": "2nite|2night|tonite", "tomorrow": "tmrw|tmr|tmrow|tomoz|2moro|2moz|2morrow|tomorro", "yesterday": "yday|yest|yesterdy",
    "next": "nxt|nex", "last": "lst", "every": "evry|evey", "each": "eech", "week": "wk|weel", "weeks": "wks|weeeks", "weekly": "wkly|weekley",
    "month": "mth|mnth|monht", "months": "mths|mnths|monhts", "monthly": "mthly|mnthly|montly|monthy", "fortnight": "fortnite|fornight|forthnight|f/n", "fortnightly": "fortnitely",
    "payment": "pymt|pymnt|pmt|paymt|paymnt|payemnt", "payments": "pymts|pymnts|pmts|paymts|payemnts", "balance": "bal|balence|ballance|blance", "minimum": "minumum|minimun|mininum|minimium",
    "hundred": "hunderd|hundered|hundrd|hundrid|hunnerd|hunred|hundread", "thousand": "thousend|thosand|thousnd|thousan|thou", "bucks": "bux|bucs", "dollars": "dollers|dolars|dollors", "pounds": "punds|pouds|poundz",
    "twelve": "twelv|twleve", "fourteen": "forteen", "fifteen": "fiften|fifeteen", "eight": "eigth|eigt", "eighty": "eigthy|eightey", "ninety": "ninty|ninetey", "fifty": "fity|fivty|fiffty|fiftey", "twenty": "twenny|tweny|twnety", "thirty": "thirtey|thrity", "forty": "fourty|foty",
    "monday": "munday|mondy|modnay", "tuesday": "tuesdy|teusday|tuseday|tusday", "wednesday": "wensday|wednsday|wedensday|wendesday|wednesdy", "thursday": "thrusday|thurday|thursdy|thurdsay|thersday", "friday": "firday|fryday|fridy|frday", "saturday": "saterday|satuday|saturdy",
    "february": "febuary|feburary|febraury", "agreed": "agread|agred", "offered": "offerd", "remainder": "remaindr|remander", "instalments": "instalmnts|installmnts|instalements", "interest": "intrest|interst",
}  # fmt: skip
_LONG = {short: long for long, shorts in _WORDS.items() for short in shorts.split("|")}
_CLIPPED = Rule(
    rf"(?<![\w'$£€.@/-])(?:{'|'.join(re.escape(each) for each in sorted(_LONG, key=len, reverse=True))})(?![\w'@]|-\d|\.[a-z])"
    r"|(?<=\d)(?:wks?|mths?)\b|(?<= )[+&](?= )|\bmin(?= (?:pay|amount|due|p[a-z]*mn?ts?\b))|\br(?= (?:u|you|we)\b)|(?<=\bu )r\b|(?<=\bwe )r\b"
)
_SIGNS = {"+": "plus", "&": "and", "min": "minimum", "r": "are"}


def written_out(text: str) -> tuple[str, list[int] | range]:
    """Return a clean text with its clipped words written out, and for each character the one it stands for."""
    parts: list[str] = []
    places: list[int] = []
    passed = 0
    for found in _CLIPPED.finditer(text):
        start, end = found.span()
        long = _LONG.get(found[0]) or _SIGNS.get(found[0])
        if long is None:
            continue
        parts += (text[passed:start], long)
        places += range(passed, start)
        places += (min(start + place, end - 1) for place in range(len(long) - 1))
        places.append(end - 1)
        passed = end
    if not parts:
        return text, range(len(text))
    places += range(passed, len(text))
    return "".join((*parts, text[passed:])), places
