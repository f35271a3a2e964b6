"""Figures that are neither money nor a date: telephone and account numbers, clock times, ages, other people's rates."""

from __future__ import annotations

from simulator.hearing.numbers import HAN, SMALL_WORDS
from simulator.hearing.reading import Reading
from simulator.hearing.rule import Rule

_ANY = Rule(
    r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<![\d$£€¥.,])(?:0\d{2,4}[- ]\d{3,4}|(?!\d\d0-\d{3}0(?!\d))\d{3}-\d{4}|\d{3,5}[- ]\d{3,4}[- ]\d{3,4})(?:[- ]\d{3,4})*(?![\d,])|(?<![$£€¥\d,.])\d{8,}(?![\d.])"
    r"|(?<![\d$£€¥.,])\d{3} \d{4}(?! ?[\d,%])|24 ?/ ?7|\d{1,2}:\d{2}(?: ?[ap]\.?m\b\.?)?|(?<!\d)(?:19|20)\d\d年(?!\d)|\d+(?:\.\d+)?折?%? ?(?:年化|apr\b|interest)",
    *"0123456789",
)
_FIGURES = Rule(
    r"\b(?:account|acct|a/c|reference|ref|card|case|file|policy|extension|ext|ending(?: in| with)?|number|no\.|id|badge|staff|line|postcode|invoice|ticket|order|sort code|agreement|employee|agent|code|pin)(?: (?:number|no\.?|id|is|in|ref|with|code))*[ :#.]*(?:is )?#?(?!(?:and|or|for|but|pay|has|had|owe|so|we|put|off)\b)[a-z]{0,3}[- ]?\d[\d-]{1,}(?: \d{2,})*"
    + r"|\b(?:(?:ends?|ending|finish(?:es|ing)) (?:in|with) \d(?:[\d -]*\d){2}|(?:starts?|starting|begins?|beginning) with (?:0\d|\d{4})[\d -]*)\b(?! ?(?:days|weeks|months|dollars|pounds|quid|bucks|a (?:week|month)))"
    + r"|\b(?:daughter|son|kids?|child|boy|girl|baby|mother|mum|mom|dad|father|husband|wife|partner|brother|sister|grand\w+|nan|twins|youngest|oldest|eldest|little one)(?:'s| is| are|'re| was| were| will be| just turned| turns| turned)(?: about| only| just| already| nearly| almost| over)? \d{1,3}\b(?:(?:,| and|, and) \d{1,2}\b)*(?! ?(?:[,.]\d|dollars|pounds|quid|bucks|k\b|%|a (?:week|month)|behind|short))"
    + r"|(?:#|\bx)\d+"
    + r"|\b(?:was|were|is|are) (?:only |just |about )?\d{1,3}(?=,? (?:when (?:you|i|he|she|we|they)|at the time|back then|years old))"
    + r"|\bdigits\b[^.?!\d]{0,40}\d[\d -]*"
    + r"|\bcall \d{3} \d{3}\b|\b(?:call|dial|ring|phone|text) (?:111|999|911|988|211|101|112|411|\d{4,6})\b(?! (?:a|per|on)\b)"
    + r"|\b(?:dial|call(?: us| me)?(?: back)? on|ring(?: us)? on|phone|text) (?:\+ ?)?\d[\d -]{2,}\d"
    + r"|\+\d[\d -]{6,}\d"
    + r"|\b0\d{2,4}[- ]\d[\d -]{4,}\d"
    + r"|\b\d{1,2} ?[ap]\.?m\b\.?"
    + r"|\bat (?:about |around )?\d{1,2}(?= ?(?:o'clock|[.,!?](?!\d)|$| (?:today|tomorrow|tonight|sharp|in the|on (?!the))))"
    + r"|\b(?:in|since|from|back in|of) (?:19|20)\d\d\b(?! ?(?:in|a|per|over|each|dollars|pounds))"
    + r"|\b(?:aged?|turn(?:ed|ing|s)?|i'm|i am|he's|she's|you're|you are|he is|she is) (?:only |just |already |nearly |about )?\d{1,3}(?=[,.!?](?!\d)| (?:years|now|and (?:i|he|she|you|my|still|single|have)|but|with|so)|$)"
    + r"|\b(?:flat|apartment|apt|room|unit|suite|floor|route|bus|page|section|chapter|step|option|question|clause|paragraph|rule|article|level|item|version|desk|gate|box|line|grade|act|form|top|covid)[ -]\d[\d./a-z]*"
    + r"|\b\d+[a-z]? (?:[a-z]+ ){1,2}(?:street|road|avenue|lane|drive|close|court|st\.|st|rd|ave|crescent|way|boulevard|place|terrace|gardens)\b",
    *"0123456789",
)
_CLOCK = Rule(
    r"\b(?:\d{1,2}|"
    + SMALL_WORDS
    + r") o'clock\b"
    + r"|\b(?:(?:half|(?:a )?quarter|\d{1,2}|"
    + SMALL_WORDS
    + r") past|(?:(?:a )?quarter|half|(?<=it's )(?:\d{1,2}|"
    + SMALL_WORDS
    + r")|(?<=its )(?:\d{1,2}|"
    + SMALL_WORDS
    + r")|(?<=at )(?:\d{1,2}|"
    + SMALL_WORDS
    + r")|(?:5|10|20|25|five|ten|twenty|twenty[- ]five)(?= to (?:[1-4]|one|two|three|four)\b)) to) (?:\d{1,2}(?![\d,.%])|"
    + SMALL_WORDS
    + r")\b(?! ?(?:hundred|thousand|grand|k\b|dollars|pounds|quid|bucks))"
    + r"|\b(?:at|by|before|after|until|till|from|around) (?:about )?"
    + SMALL_WORDS
    + r"(?: thirty| fifteen)?(?= (?:in the|this|tomorrow|tonight|sharp|am|pm|today|instead|then)\b)"
    + r"|\b(?:today|tomorrow|tonight|morning|afternoon|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday) at "
    + SMALL_WORDS
    + r"\b(?! ?(?:hundred|thousand|grand|k\b|dollars|pounds|quid|bucks|percent|%))"
    + r"|(?<!within )(?<!in )(?<!next )(?:\b(?:\d+(?:\.\d+)?|an?|half an?|"
    + SMALL_WORDS
    + r")[ -](?:hours?|minutes?|mins?|seconds|secs?|hrs?|moments?)|\b(?:an?|one|split) second)\b",
    "clock",
    "past",
    " to ",
    "half",
    "quarter",
    "hour",
    "min",
    "sec",
    "hr",
    "moment",
    "at ",
    "by ",
    "before",
    "after",
    "until",
    "till",
    "from",
    "around",
)
_SHARES = Rule(
    r"\b(?:a|one) (?:hundred|thousand|million) (?:percent|per cent|times|reasons|things|calls|and one|different|miles)\b"
    + r"|\b100 ?(?:%|percent|per cent)(?= (?:sure|right|certain|on|behind|with|honest|agree|understand|true|correct))"
    + r"|\b(?:\d+(?:\.\d+)?|"
    + SMALL_WORDS
    + r") ?(?:%|percent|per cent) (?:a year|apr|interest|per annum|rate|on (?:their|that|your) (?:loan|card)|per year|annual|vat|of (?:people|customers|callers|cases|debtors|accounts))"
    + r"|(?:loan|mortgage|overdraft|finance|lender)(?: \w+)?(?: is| was| runs?| sits|'s)(?: \w+)? at (?:\d+(?:\.\d+)?|"
    + SMALL_WORDS
    + r") ?(?:%|percent|per cent)"
    + r"|(?:interest|rate|apr|charges?|charging|inflation|rates)(?: \w+){0,4} (?:\d+(?:\.\d+)?|"
    + SMALL_WORDS
    + r") ?(?:%|percent|per cent)",
    "%",
    "percent",
    "per cent",
    "hundred",
    "thousand",
    "million",
    "100",
)
_IDIOMS = Rule(
    r"\bone (?:sec|second|moment|minute|thing|more thing|another|of(?! these days)|by one|way|day|last|person|point|bit)\b"
    + r"|\b(?:no|any|every|some|the|this|that|which|each|another)[ -]?one\b"
    + r"|\bone-(?:off|time)\b"
    + r"|\b(?:turn(?:ed|ing|s)?|aged?) "
    + SMALL_WORDS
    + r""
    + r"|\bcatch[ -]22\b"
    + r"|\b9 ?to ?5\b"
    + r"|\bnine to five\b"
    + r"|\bseven days a week\b",
    "one",
    "turn",
    "age",
    "9",
    "nine",
    "seven days",
)
_CHINESE = Rule(
    rf"(?:账号|账户|编号|尾号|工号|卡号|单号|热线|拨打|拨|电话|号码|客服|案号|合同|案件|分机|身份证|[后末][三四五六]位|密码|验证码)(?:号码?|是不是|是否|应该是|对不对|有没有|是|为|:|：|尾号|[后末][三四五六]位|的是|号|后|末)*[ :]*(?:[a-z]{{0,4}}-?\d[\d -]*\d|[零〇一二三四五六七八九幺]{{3,}}|\d)号?|\d{{3,}}号(?:员工|坐席|客服|专员|柜员|催收员)"
    rf"|(?<=[拨报叫])1(?:10|19|20|22)(?:[,、和或](?:或者)?1(?:10|19|20|22))*(?![\d,.块元期]|[个一]月)|(?:信息|公司|资产|咨询|银行|金融|委托)[,:]\d{{3,5}}(?=[,.])"
    rf"|打到?(?:1[12]\d{{3}}|9\d{{4}}|400|1\d\d(?!\d))(?![\d块元])(?:[,、和或](?:或者)?1(?:10|19|20|22)(?![\d,块元]))*|(?:(?<![今明后])(?:早上|晚上|早|晚)|上午|中午|下午|凌晨)?(?:{HAN}|\d{{1,2}})点(?:半|钟|整|一刻|三刻|(?:{HAN}|\d{{1,2}})分?)?(?!钱|儿|五?[折%])"
    rf"|(?:{HAN}|\d+|半)个?多?(?:(?:小时|钟头)(?!(?:之|以)?内)|分钟|秒钟?)"
    r"|百分之?百|(?<![\d一二两三四五六七八九十百千])块儿?八毛钱?|毛八分钱?|十分(?!之)(?!\d|[一二三四五六七八九十])|十分之?(?=抱歉|理解|感谢|清楚|重视|困难|不|难)|咱俩|[你我他您]俩|一块儿|一块(?=想|商量|来|去|解决|看|聊|把|帮|面对|算)|[上下]半年|(?<![\d一二三四五六七八九十百千两几])万一(?![次期笔回])|千万(?![块元])|(?<![\d十百千万])一是一,?二是二|说一千,?道一万|一千个|一万个|一百个|一千个|十万火急|十有八九|八九不离十|七上八下|三番五次|三天两头|五花八门|乱七八糟|一五一十|百忙之?中?|千方百计|百般|万分|万般|成千上万|成百上千|九牛一毛|半斤八两|二话不说|三言两语|一来二去|三三两两|不三不四|三心二意|丢三落四|二百五(?!十|块|元)(?=似的|一样)"
    r"|年化(?:利率)?(?:是|为|高达|都|到)?[\d.]+%?|年化(?:利率)?(?:是|为|高达|都|到)?百分之[一二三四五六七八九十]+|(?:利率|利息|日息|月息|年息|费率)[^,.!?;]{0,6}?(?:[\d.]+ ?%|百分之[零一二三四五六七八九十点\d]+|[一二三四五六七八九十\d.]+分(?![期之\d一二三四五六七八九十]))"
    rf"|(?:今年|都|快|才|刚|年纪|满|已经|我|他|她|您)(?:{HAN}|\d{{1,3}})(?:多)?岁?(?:的人)?了|(?:{HAN}|\d{{1,3}})(?:来|多|几)?岁"
    r"|(?:\d+(?:号楼|栋|幢|座|单元|楼|室|号(?=\d+(?:号楼|单元|室|栋))))+\d*(?:室|号|房)?|\d+(?:号|弄|栋|幢|座)(?:楼|院|公馆|线|门|店|[一二三四五六七八九十]+楼)\d*|(?<=[路街道巷区])\d+号"
    rf"|(?:逾期|拖欠?|欠|晚|超|过期|超期|拖延)了?(?:都|已经|有|快)*了?(?:{HAN}|\d+)多?(?:天|日|个月|年|期|周)(?:多|了)?"
)
_PER_CENT_OF_PEOPLE = Rule(
    r"百分之[一二三四五六七八九十\d]+的(?:人|客户|用户)|十个人里|九成(?:的)?(?:人|客户)"
)


def blank_noise(reading: Reading) -> None:
    """Take away the figures that only look like money, counts or dates."""
    for _ in reading.take(_ANY):
        pass
    if reading.latin:
        for rule in (_FIGURES, _CLOCK, _SHARES, _IDIOMS):
            for _ in reading.take(rule):
                pass
    if reading.han:
        for _ in reading.take(_CHINESE):
            pass
        for _ in reading.take(_PER_CENT_OF_PEOPLE):
            pass
