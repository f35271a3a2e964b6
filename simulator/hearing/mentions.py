"""Figures that are only mentioned: what is owed, a rule, what somebody earns, somebody else's money."""

from __future__ import annotations

from simulator.hearing.rule import Rule

_COMES_IN = Rule(
    r"\b(?:is|be|are|gets?|comes?|has to be|must be) (?:in|here|paid|cleared|settled|with us|received)\b[^,.?!]{0,12}\b(?:by|before|on|today|tomorrow|tonight|now)\b"
)
_BORROW = Rule(
    r"\b(?:borrow(?:ing)?|lend(?:ing)?|loan(?:ing)?)\b(?! (?:company|agreement|account|balance|number|officer|from us|with us|payment|is|of|was|has))(?=[^,.?!]{0,30}(?:[$£€\d]|hundred|thousand|grand|ty\b|from|off))|(?:跟|向|找|问|管)[^,.]{0,8}借|借(?:他|她|我|点|个|[\d一二两三四五六七八九])"
)
_SUPPOSED = Rule(
    r"\beven (?:if|at|with)\b|\bsuppose\b|\bimagine\b|\bsay you paid\b|\bif you(?:'d| had| only)? (?:just |only )?paid\b(?! (?:the|off))|就算(?!结清|完|清|是还|还清|了结|过(?:了|关|去)|了(?!还)|齐|好了|搞定|没事|销|达标|正常|按时|履约|守信|合格|不逾期)|哪怕|即使|即便|打个比方|举个例子|假设|譬如|要是每个?月只|光还|只还最低"
)
_OTHERS = Rule(
    r"\b(?:my|his|her|their|our|somebody|someone|everyone|everybody|most|other|another|some|a) (?:own |other )?(?:rent|mortgage|car|wages|salary|income|brother|sister|friend|mate|mum|neighbour|cousin|colleague|uncle|kids?|dog|bonus|target|commission|customers?|clients?|callers?|people|person|guy|man|woman|lady|else|account holders?|lender|bank|loan)\b|\bmy (?:\w+ )?(?:pays?|paid|earns?|owes?|got|spent|costs?)\b|\bi (?:earn|make|get paid|pay|spend|spent|owe|saved|paid)\b|\byour (?:rent|mortgage|wages?|salary|income|bills|gas|phone bill|phone|car|food|shopping|groceries|travel|nursery|electric\w*|energy|heating|insurance|petrol|childcare|school|kids|other (?:debts?|loans?|cards?)|council tax|benefits?|spending|outgoings)\b|\byou (?:earn|spend|bring home|take home|get paid|mentioned (?:your )?rent)\b|\b(?:take|bring)(?:s|ing)? home\b|\b(?:rent|mortgage|income|wages?|salary|council tax|childcare) (?:is|of|at|comes|was|takes)\b"
    r"|\byour (?:wife|husband|partner|mum|mom|dad|mother|father|brother|sister|son|daughter|ex|mate|friend|boss|girlfriend|boyfriend)(?:'s (?:\w+ )?(?:cards?|loans?|accounts?|debts?|name|overdraft|mortgage|money)\b| (?:said|says|told|offered|promised|mentioned|reckons|thinks|was saying|owes|earns|has|had|borrowed))\b|\b(?:isn't|is not|aren't|are not|wasn't|not) (?:with us|ours|one of ours|our (?:account|debt|loan|card)|on our (?:books|system))\b"
    r"|(?:(?<!们)(?<!别的)其他(?:客户|人|借款人|用户|平台|家)|别的(?:客户|人|借款人|用户|平台)|有的(?:客户|人)|有个|(?:有|一)(?:一)?(?:位|个|些)(?:客户|借款人|用户|大哥|大姐|先生|女士|老客户)|别人|人家|某个|另一个(?:客户|人|借款人|用户))|(?:您|你|他|她)(?:家)?(?:弟弟?|哥哥?|姐姐?|妹妹?|爸爸?|妈妈?|老公|老婆|爱人|朋友|同事|亲戚|父亲|母亲|儿子|女儿|媳妇|对象|兄弟)(?:那|这|的|名下|欠|借|自己|[说讲](?!您|你|让您|好)|答应|愿意|打算)(?!边|里)|(?<!您)(?<!你)(?:我|他|她)(?:自己|妈|爸|弟|哥|姐|妹|媳妇|老公|朋友|同事|邻居|儿子|女儿|们家)|(?<!发)(?<!领)(?:房租|房贷|车贷|工资|收入|生活费|水电费?|学费|奶粉|医药费|提成|奖金|低保|伙食费?|吃饭|饭钱|油费|水电|房贷|车贷|孩子|烟酒|网费|交通费?|房租|药费|物业费?|补课费|话费|保险)(?:一个月|每个?月|每月|就|才|要|是|有|得|也|(?=[\d一二两三四五六七八九])|大概|都|只有|到手|交|涨)|我(?:一个月|每个?月|每月|也就|才)?(?:挣|赚|拿|交|花)|您?(?:一个月|每个?月|每月)(?:挣|赚|拿到手|到手|收入)"
)
_OWED = Rule(
    r"\b(?:balance|debt|arrears|account|bill|total|amount(?: owed| due| outstanding)?|figure|sum|principal|outstanding)(?: \w+){0,5}? (?:is|was|are|stands|stood|comes|came|sits|shows|reads|totals?|now)\b|\byou(?:'re| are)?(?: still| currently| now)?(?: just)? (?:owe|owing|behind|overdue|in arrears)\b|\b(?:outstanding|overdue|past due|in arrears|owing|owed|still due|in debt)\b|\b(?:balance|debt|arrears|bill|total|amount|loan|limit|principal) of\b|\b(?:late|admin|collection|default|overlimit|bounced|processing) (?:fee|charge)s?\b|\b(?:charged|borrowed|took out|spent|added)\b|\bcredit limit\b|\binterest (?:of|is|was|has|alone)\b|\bin (?:fees|interest|charges)\b|\b(?:comes|came|adds up|amounts) to\b|\b(?:it's|that's|it is|that is|which is|there's|leaves) [^,.?!]{0,20}(?:in total|left|altogether|overall|to go|in all|remaining)\b"
    r"|(?:欠款|欠费|余额|本金|账单|总额|总共|合计|本息|逾期金额|应还|待还|未还|金额|额度|贷款|借款|债务|欠账|尾数|利息|罚息|违约金|滞纳金|手续费|费用)(?:金额|总额|部分|加起来|一共|总共|目前|现在|还剩|还有|共计?|已经|就|都|也|加罚息|加利息|合计|大概|差不多|这块|到今天|到现在|截止今天|累计)*(?:是|为|有|到|[￥¥]?\d|[一二两三四五六七八九]|剩|涨|达|共)|欠(?:了|着|我们|银行|公司|平台|的|款|费)?[^还付]{0,6}$|(?:您|你|总共|一共|目前|现在|还|共|尚|仍|拖)欠|欠.{0,12}[\d一二三四五六七八九百千万]|(?:您|你)(?:名下|这边|账上|目前)(?:还)?(?:有|剩|欠)|(?:加起来|合起来|加一?块儿?|加在一起|总计|总共算下来)(?:就|也|正好|刚好|一共|大概)*(?:是|有|等于|[\d一二两三四五六七八九])|借了|透支|产生了?|多(?:了|收|出)|滚到|涨到"
)
_REFUSED = Rule(
    r"\b(?:don't|do not|never|not) (?:want|need|expect) you to (?:pay|send|find)\b|\b(?:can |should |please |just )*keep (?:your|the|that|those|it for)\b|\b(?:don't|do not) (?:pay|send|give)\b(?! (?:it )?late)|\b(?:first|last|old|broken) (?:promise|plan|offer) was\b|\bwould be left\b|\b(?:that )?leaves\b|\b(?:comes|goes|coming|going) (?:in|out)\b(?! (?:the|on|by))|\badd(?:ing)? [$£€]?\d|\byou(?:'ve| have)(?: got)?(?: only| about| just)? [$£€]\d[\d,.]*(?: now)?(?: and|,| left| a month left|$)"
    r"|(?:不能|不|别|先别|先不要|不要|没)答应|不用(?:您)?(?:还|给|付)|这个月不用|您(?:自己)?留着|留着(?:用|过)"
    r"|\b(?:can't|cannot|can not|won't|couldn't|don't|not able to|unable to) (?:accept|take|do|agree|go|offer|allow|approve|drop|split|set|sign off)\b|\b(?:isn't|is not|won't be|not) (?:enough|acceptable|possible|going to)\b|\b(?:beyond|above|outside) (?:me|us|my|our|what (?:i|we))\b|\b(?:fees?|charges?|interest|penalt\w+) (?:is|are|was|were|gets?|runs? at|stands? at|at) (?:charged |set |about |around |just |only )?(?:at )?(?=[$£€\d])|\b(?:capped at|a cap of)\b|\b(?:is|are|isn't|not) (?:a lot|small change|a small (?:amount|sum)|no small|a big (?:ask|sum|amount)|a huge|peanuts|pocket money)\b|\ba lot of money\b|\bno ?(?:one|body)(?:'s| is)? (?:asking|expecting|expects)\b|\bminimum(?: \w+){0,3} (?:is|are)\b|\bnot asking (?:you )?(?:for|to)\b|\btoo (?:low|little|much|steep|high|big)\b|\b(?:we|they) (?:charge|add)\b|\bwouldn't (?:even )?(?:cover|touch|clear)\b|\b(?:rule|policy|guidelines?|law|system|regulations?|anything (?:under|over|above|below)|payments? (?:over|under|above|below)|smallest|least we|lowest|maximum|limit(?:ed)?|most we|court costs?|court fines?)\b|\b(?:missed|skipped) (?!out|you)|\bwouldn't (?:be|do|make)\b|\b(?:failed|declined|was rejected|didn't go through)\b|\bfor every\b|\b(?:interest|fees|charges|penalt\w+|late payments?)(?: \w+){0,2}? (?:adds?|costs?|runs?|builds?|comes?|accrues?|accumulates?|piles?|stacks?|eats?|grows?|mounts?|is (?:adding|costing|running|building|accruing))\b|\bwould (?:take|cost|mean)\b|\bit (?:costs?|takes)\b"
    r"|最低(?:还款|应还)?(?:额度?|金额)?(?:是|为|要|等于|一般|通常|不低于|按(?!月|期|周|时))(?!不)|不是(?:个|一笔)?小(?:数目?|钱|数字)|不是笔小|(?:是|算)?(?:一)?笔(?:大|不小的)(?:数目|钱|开支)|扣款失败|没扣成|未成功|失败了|被退回|不能(?:接受|低于|少于|再少)|不够|没法(?:接受|批|办)|接受不了|批不了|做不了|不可能|太少|规定|政策|按规矩|制度|起步|封顶|不是(?:让|要)您|不用您?(?:马上|一次|一下子|都)?(?:性)?还|不用您一次|没(?:让|叫|要求)您|(?:手续费|服务费|逾期费|延期费|催收费|滞纳费|违约金|滞纳金|罚息|利息|管理费)[^,.]{0,10}(?:每[笔期月天年次]|一[笔期天年次]|一个月|是|要|收)[^,.]{0,8}[\d一二两三四五六七八九十百千]|(?:没还|未还|没付|未付|没交)(?=[,.!]|$|的|呢|了)|超过.{0,8}(?:才|就|要)|以上的?(?:才|要|都)|以下的?(?:才|都)|起诉费|诉讼费|律师费|(?:超出|超过|不在)[^,.]{0,6}(?:权限|范围)|没(?:有)?(?:这个|那么大的?|这么大的?)?权限|(?:点|调|做|办|批)不(?:出来?|下来)"
)
_MEANS = Rule(
    r"\b(?:what|how much)\b[^.?!]{0,30}\b(?:earn(?:ing)?|make (?:a|per|each)|bring(?:ing)? (?:home|in)|tak(?:e|ing)[- ]home|income|wages?|salary|rent|mortgage|outgoings|spend(?:ing)?|get paid|benefits|pay (?:for|in|on) (?:rent|bills|food))\b"
    r"|(?:工资|收入|薪水|房租|生活费|开销|到手)[^,.?]{0,8}(?:多少|几千|几百)|(?:挣|赚|拿到手|进账|花)(?:个)?多少"
)
_PAYING = Rule(
    r"\b(?:you (?:do|manage|spare|put)|pay|manage|afford|spare|offer|split|towards?|settle|clear)\b|还|付|交|转|凑|先|给我们|\bto us\b"
)
_LABEL = Rule(r"^\W*(?:还款|每[期月笔次]|首期|首付|分期)?金额|^\W*(?:the )?amount\b(?! (?:you )?ow)")


def supposes(sentence: str) -> bool:
    """Return whether a sentence only plays with a figure: "even if you paid 10 a month"."""
    return bool(_SUPPOSED.search(sentence))


def borrows(clause: str) -> bool:
    """Return whether a clause speaks of money to be borrowed."""
    return bool(_BORROW.search(clause))


def of_others(clause: str) -> bool:
    """Return whether a clause speaks of somebody else's money."""
    return bool(_OTHERS.search(clause))


def refuses(clause: str) -> bool:
    """Return whether a clause says what is not enough, not possible, or the rule."""
    return bool(_REFUSED.search(clause))


def asks_means(clause: str, sentence: str) -> bool:
    """Return whether a clause guesses at what the debtor earns or spends: "what do you earn, over 2,000?"."""
    return bool(_MEANS.search(sentence)) and not _PAYING.search(clause)


def owes(clause: str) -> bool:
    """Return whether a clause says what is owed, and not by when it must be here."""
    return bool(_OWED.search(clause)) and not _COMES_IN.search(clause)


def labels(clause: str) -> bool:
    """Return whether a clause names its figure as the amount of a payment: 金额一千二 when a plan is repeated."""
    return bool(_LABEL.search(clause))
