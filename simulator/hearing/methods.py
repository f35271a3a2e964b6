"""How a payment is made: by transfer, card, direct debit, cheque, cash, app or wallet."""

from __future__ import annotations

from simulator.hearing.rule import Rule

_METHODS = (
    ("direct_debit", r"direct debit|standing order|auto(?:matic)? ?-?(?:pay|debit)|\bdd\b|自动扣款|代扣|自动还款|自动划扣|自动扣"),
    ("transfer", r"bank transfer|\bwire|\btransfer|\bbacs\b|\bach\b|转账|汇款|网银|对公账户|打到.{0,6}账户|转到.{0,6}账户"),
    (
        "card",
        r"\b(?:by|with|via|using|through|over|on|use|pay) (?:a |the |your |my |our )?(?:debit |credit |bank )?card\b|\b(?:debit|bank) card (?:today|now|over|works)|\bcard payment|by phone|(?<!您)(?<!你)(?:用|走|从|绑|拿|来|能|以)(?:您的|你的|您|你)?(?:刷卡|银行卡|储蓄卡|借记卡)|(?:刷卡|银行卡|储蓄卡)(?:付|还|支付|缴|交|扣|转)|刷卡(?=[,.!?]|$|[也都就]?(?:可以|行|成|能)|吧|也好|都好)",
    ),
    ("cheque", r"\b(?:cheques?|checks? by mail|money orders?|(?:by|a|post a|mail a|send a) check)\b|支票"),
    ("wallet", r"paypal|apple pay|google pay|venmo|zelle|cash app|支付宝|微信|(?:mobile|digital|electronic|online|e-?) ?wallet|\bwallet\b(?= (?:payment|app|transfer))|电子钱包|(?<![的个])钱包(?=[付支还转])"),
    ("app", r"(?<![a-z])(?:app|online|website|portal|link)(?![a-z])|官方渠道|手机银行|公众号|网站|小程序"),
    ("cash", r"\bcash\b(?! flow| out| app)|现金|柜台"),
)  # fmt: skip
_ANY = Rule("|".join(f"(?P<{name}>{rule})" for name, rule in _METHODS))
_ORDER = {name: place for place, (name, _) in enumerate(_METHODS)}


def read_method(text: str) -> str | None:
    """Return the way of paying that a text names, the most binding of several."""
    named = {found.lastgroup for found in _ANY.finditer(text) if found.lastgroup}
    return min(named, key=_ORDER.__getitem__, default=None)
