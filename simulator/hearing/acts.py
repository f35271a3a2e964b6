"""What a sentence does with its figures: offers, asks, demands, recalls a payment, confirms, or only names them."""

from __future__ import annotations

import re

from simulator.hearing import mentions
from simulator.hearing.rule import Rule

_PAST = Rule(
    r"\b(?:you|we|i|he|she|they)(?:'ve| have|'d| had)?(?: already| just| also| only| actually| previously| last)? (?:paid|sent|made|transferred|received|cleared|managed|gave|deposited|collected|debited|did (?:already |also )?(?:pay|send|make|transfer|give|clear)|(?:took|charged|drew|put)(?= [^.?!]{0,40}\b(?:from (?:your|the) (?:account|card|bank)|(?:in|through|towards) (?:it |this )?(?:last|yesterday|on))))\b(?! to\b)|(?:\b(?:we|i)(?:'ve)? (?:just )?|^\W*(?:just |yes,? )?)got (?=[$£€\d]|your)|\b(?:had|got|saw) [$£€]?[\d,.]+ (?:\w+ )?(?:from|off) you\b(?! (?:by|on|every|each|next|tomorrow))"
    r"|\byour (?:\w+ )?(?:payments?|transfers?|deposits?|instalments?) (?:of|for)\b(?! (?:\S+ ){0,3}(?:is|are|will|would|can|could) (?:be|due))|\b(?:came|went|come|gone) (?:through|in|out)\b|\b(?:has|have|was|were) (?:been )?(?:received|cleared|credited|paid|taken|posted)\b|\b(?:thank(?:s| you)|thx|ta|cheers|tks|thanx)(?: very much| so much| a lot)? for (?:the|your|that|paying|sending|clearing)\b|\b(?:already|last) paid\b|\bwe(?:'ve)? received\b|^ ?received\b|\bdid (?:arrive|land|come (?:in|through)|clear|go through|reach us|get here|turn up|show up)\b|\b(?:reached us|turned up|showed up|is (?:in|on) (?:our|the) system)\b|\bpayment (?:landed|cleared|arrived|received|posted)\b|\b(?:landed|arrived|bounced|cleared)\b(?=[^?]*$)|\bi (?:can )?see \S+ payments? (?:of|for)|\bi (?:can )?see (?:the|that|a|your)(?: \w+)? \S+ (?:payment|you paid|you sent)|\bthere was a payment of|\b(?:last|latest|previous|most recent) payment\b"
)
_NOT_PAST = Rule(
    r"\b(?:if|could|would|can you|you can|we can|once|when|unless|until|after you|after we|as soon as|till|suppose|will|'ll|should|by the time|had you|before|haven't|hasn't|not|never|how about|what about)\b|if you"
)
_PAST_HAN = Rule(
    r"(?:还|付|转|交|打|存|汇|缴|给|扣|划)(?:过来|过|来|进来)?(?:了|过)(?!就|以后|之后|吧|才|再|的话)|已(?:经)?(?:把[^,]{0,6})?(?:都|全)?(?:还|付|转|收到|到账|缴|交|打|扣)(?!不|得起|款日)|都(?:还|付|转|交|打)了(?!的|就|以后|之后)|(?:前|上)(?:几|两|三|四|五)个?(?:月|期|次|笔)[^,]{0,6}(?:还|付|转|交|打)(?!清)|(?:上回|上次|上期)[^,]{0,10}(?:还|付|转|交|打|存)了|收到(?:了|过)?|(?:之前|以前|原来|一直)[^,]{0,8}(?:还|付)[^,]{0,6}的$|到账了|入账|扣款[^,]{0,8}成功(?!的话|后|就|之后|再)|(?:上|最近|最后)一?[笔期次](?:的)?(?:还款|付款|入账|到账)(?:金额)?(?:是|为|只有|就)|(?:上个?月|上次|之前|前几天|前天|昨天|上周|上礼拜|去年|刚才|刚刚)[^,]{0,8}(?:还|付|转|交|打|存)(?:过?来)?(?:了|过|的)|谢谢[^,]{0,10}(?:还|付|转|交|打|存)(?:过?来)?的|(?:还|付|转|交|打)(?:过来)?的(?:那|这)"
)
_NOT_PAST_HAN = Rule(
    r"如果|要是|只要|假如|等|要|得|给我|就算(?!结清|完|清|是还|还清|了结|过(?:了|关|去)|了(?!还)|齐|好了|搞定|没事|销|达标|正常|按时|履约|守信|合格|不逾期)|哪怕|(?<!已经)(?<!已)把|能不能|能否|赶紧|赶快|必须|可以|先(?:还|付|转)了|发了?工资|之后|以后|的话|没(?:还|付|收到)|未(?:还|付|收到)|到账之?后|还没|您能|您看|好不好|行不行|什么时候"
)
_MEETS = Rule(
    r"(?:\b(?:shall|can|could|how about|what if|why don't|let's|let us) (?:we |us )?(?:just )?)?\b(?:meet (?:in the middle|half ?way|at|on)|split the difference|settle on|call it)\b|折中|取个?中间|各退一步|各让一步|咱们就中间"
)
_COUNTERS = Rule(
    r"\b(?:could|can|would) (?:you|we)\b|\b(?:how|what) about\b|\bwhat if\b|(?:您|你|咱们?)?(?:能不能|可不可以|能否|可否)|(?<=[,.? ])(?:那)?(?:您|你)?(?:要不|不如)"
)
_THREATENS = Rule(
    r"\b(?:legal|court|bailiffs?|enforcement|solicitors?|default(?:ed)?|credit (?:file|report|bureau)|escalat\w+)\b|移交|起诉|法务|诉讼|法院|律师|征信|走程序|法律程序|立案"
)
_HAPPENED = Rule(
    r"\b(?:spoke|talked|chatted|called|rang|wrote|emailed|missed|lost|was|were|did|broke|failed|happened|moved|expired|fell|ended|went|got|opened)\b|(?:打|联系|聊|谈|通|逾期|错过|断|开始欠)(?:了|过)"
)
_EACH = Rule(r"[, ]*(?:每[期次笔回]|一[期次笔回]|都是|各|each (?:was|of|one)|at |both |all of )")
_NAMED_TOO = Rule(
    r"[\s,:]*(?:(?:and|then|of|for|one|a|the|first|second|also|another|again|第[一二三四]笔|又|还有|和|一笔|一次|是|了)[\s,]*)*[\s,.!]*$"
)
_TOLD = Rule(
    r"[, ]*(?:and |but |then |who )*(?:he |she |they |it )?(?:only |just |eventually |still |finally )?(?:cleared|paid|took|managed|had|finished|did|split|sorted|settled|got)\b|[, ]*(?:后来|结果|最后|人家|他|她)*[^,]{0,8}(?:还|付|结|交)[^,]{0,2}(?:清|完)?了"
)
_PAYS = Rule(
    r"\b(?:pay|paying|repay|manage|put|send|clear|settle|afford|make|start|begin|split|spread|set up|take|accept|offer|agree|do|stretch|go for|find|get|bring|transfer|payments?|instal?l?ments?|down|upfront|up front|deposit)\b|\ba (?:month|week|fortnight)\b|\b(?:monthly|weekly)\b|(?<!应)(?<!待)(?<!未)还(?!有|剩|欠|是|没|要看|在|差)|付|转|交|打款|凑|补(?!课|偿)|缴|结清|清掉|首付|分.{0,3}期|先来|拿出"
)
_RECAP = Rule(
    r"\b(?:to|let me|i'll|can i|just|quickly|i'd like to|want to|need to|please) (?:just |quickly |re)?-?(?:confirm|recap|summari[sz]e|repeat|re-?cap|go over|run through|read (?:that|it) back|double[- ]check)\b|^(?:ok(?:ay)?,? )?(?:so )?(?:just )?(?:confirming|recapping|confirmed|agreed|recap|noted)\b|\b(?:as|so) (?:we )?(?:agreed|discussed)\b|(?<!if )\bwe(?:'ve| have)? (?:just )?(?:agreed|settled|said|arranged|got)\b|\bi(?:'ve| have) (?:got )?(?:you|that|it|this|noted|set|put|down|booked|logged|recorded)\b|\bi(?:'ve| have)? (?:noted|got you)\b|\b(?:got|noted) (?:you |it |that )?(?:down|as)\b|^(?:ok(?:ay)?|right|great|perfect|good|lovely|alright|brilliant|fine|and|well|cool|super|excellent|all right|awesome|wonderful|fantastic|thanks|thank you)?[, ]*so,? (?:[$£€\d]|that(?:'?s| is|'ll be|'d be)|it(?:'s| is)|we(?:'re| are|'ve| have)|you(?:'ll| will|'re| are)|i have|i've|then|just|from)\b|\b(?:our|the|your) (?:agreement|arrangement|plan) is\b|\bis that (?:right|correct)\b|\b(?:correct|right|yes)\?$|\bhave i got that right\b|\bdid i get that right\b|\bwe have a deal\b|\bto be clear,? (?:that's|you|it's)|\byou(?:'re| are) (?:going to|agreeing to|happy with)\b|\byou(?:'ll| will) be paying\b|\bsummary\b|\bin short\b|\bthat's (?:agreed|settled|confirmed)\b|\b(?:sticking|stick) (?:to|with) (?:the|what we)\b|\b(?:locked|booked) in\b|\bagreed\b|\b(?:(?:written|jotted|noted) (?:\S+ )?|put (?:it|that|this|you|everything) )down\b(?! (?:a|an|[$£€\d]|half|for))|^(?:lovely|great|perfect|brilliant|awesome|excellent|sure|deal|yes|yep|yeah|super|wonderful|fantastic|good|ok|okay|fine)[,!]? (?:so )?(?!\S+ now\b)(?=[$£€\d]|a hundred|one|two|three|four|five|six|seven|eight|nine|ten|fifty|twenty|thirty|forty|sixty|half|the )(?!.*\b(?:can|could|let's|would|how|we'll|if)\b)|\bthen,? (?:and )?thank(?:s| you)\b"
    r"|确认(?:一下|下)?|核对(?:一下|下)?|复述|重复(?:一下|一遍|下)?|总结一下|再说一遍|说定|定(?:了|下来)|说好(?:了|的)?|约好|约定(?:好)?|那(?:就|咱们?就|我们就|么)(?:这么)?(?:定|说好|说定|约)|就(?:按|这么|这样)(?:定|办|说)?.{0,4}(?:定|办)|商量好|讲好|谈好|达成|记(?:下了?|录(?:了|下|一下)?|好了)|登记(?:了|好|一下)|(?:给|帮|为)您登记(?:了|好|过|的|为|成|:)|也就是说|就是说|没错吧|对吧|是吧|对不对|是这样吧|我给您记|我帮您记|那您就是|意思是"
)
_DEBTOR = Rule(
    r"\byou(?:'d| had| have|'ve| did)?(?: just| also| already| previously| earlier| originally| actually| yourself| kindly)? (?:said|told|mentioned|offered|suggested|proposed|promised|reckoned|agreed|thought|committed|stated|were (?:saying|telling|talking|thinking|offering|going to)|indicated|asked|gave me|volunteered|came up with|talked about|spoke of|wanted to|guaranteed|assured|swore)\b|\b(?:your|that) (?:offer|proposal|suggestion|promise|figure) (?:of|was|is|to)\b|\byou(?:'re| are) (?:saying|telling me|offering|proposing|suggesting|promising|thinking)\b|\bby your own\b|\bas you (?:said|mentioned|put it|suggested|offered)\b|\byour words\b|\baccording to you\b|\bi heard you say\b|\bif i heard (?:you )?right|(?<!do )(?<!would )(?<!d )(?<!what )(?<!if )\byou (?:say|reckon)\b|\bdidn't you say\b"
    r"|(?:您|你)(?:刚才|刚刚|刚|上次|之前|前面|昨天|上周|上回|当时|自己|本人|也|那天|刚才也|那会儿|先前|不是|早上|电话里|那边)*(?:说|讲|提到?|答应|承诺|表示|保证|提议|提出|提的|许诺|主动提|告诉|同意(?!吗|不|么|的话)|应承|应下|打算|想)(?!一下|说|话|[要]?不想)|(?:您|你)(?:上次|之前|刚才|那天|在?电话里|也|可)*(?:跟|和|对|向)(?:我|我们|咱|我这边|我同事)(?:这边)?(?:说|讲|提|保证|承诺|答应)(?:过|了|的|好)?|按您说的|照您说的|您的(?:意思|方案|提议|承诺|说法)|听您(?:刚才|这么|刚刚)?(?:的意思|说|讲)|听下来|听起来(?:您|你)|照这么说(?:您|你)|按您这(?:意思|么说)|您这意思|您是说|您提出"
)
_DEMAND = Rule(
    r"\b(?:you|u)(?:'ve| have)? (?:must|got to|gotta|are required|are obliged|are going to have to|will have to|better|absolutely have)\b|\byou(?:'ve| have)?(?: only)?(?: got)? (?<!give you )(?<!giving you )(?<!allow you )(?<!let you )(?<!offer you )(?:until|till|til)\b|\byou(?:'d| had)? better\b|\byou(?:'ll| will| really| simply| just)? (?:have|need|'re going to need) to\b|\byou(?:'re| are) (?:required|obliged|expected)\b|(?:\b|, ?)(?:or else(?! (?:[$£€\d]|half (?:now|today|tomorrow|up|on|by|this|next)|you can|we can|just))|else (?=it|we|i|this|your)|or we(?:'ll| will)|or i(?:'ll| will)|or (?:we|i|they|it|this|the|your)(?! (?:can|could|may|might)\b)(?:'m|'re|'s|'d)? (?:\w+ ){0,4}?(?:pass(?:e[sd]|ing)?|escalat\w+|refer\w*|hand(?:ed|s|ing)? (?:it|this|you|over)|clos(?:e|ed|es|ing)\b(?! to)|(?:begin|start|tak|issu|fil)(?:s|e|es|ing)? (?:legal|court|action|proceedings|a claim|you|further|papers|enforcement|it (?:further|to))|send(?:s|ing)? (?:it|this|you|bailiffs|the|someone|a)|go(?:es|ing)? (?:to|legal|down|further|on your|off)|mov(?:e|es|ing) to|instruct\w*|default\w*|suspend\w*|report\w*|(?:cancel|withdraw|terminat|revok|end|void)\w*(?! (?:\w+ )?(?:fees?|interest|charges?|late))|pull|tear|court|legal|bailiffs?|enforcement)\b|or face|or the|or court|or legal|or (?:a|your) default|otherwise(?!,? (?:[$£€\d]|half|you (?:can|could)|we (?:can|could)|how about|it's [$£€\d]|there's))|immediately|at once|no excuses|no more excuses|not negotiable|non-negotiable|final (?:warning|chance|notice|demand)|end of(?= *(?:[.,!]|$))|end of (?:story|discussion|the line)|no discussion|that's final|last chance|no (?:later|ifs)|this instant|straight ?away|without fail|or you(?:'ll| will)|full stop|end of story|no arguments|failing (?:that|which))\b|\bi(?:'m| am) not asking(?! (?:for|you|if|whether|about|that|much))|\b(?:isn't|is not|not|aint|ain't) a (?:request|suggestion)\b|\bif you (?:don't|do not|fail|won't|haven't|refuse)\b|\b(?:we|i) (?:need|want|expect|demand|require|insist)(?! to (?:know|understand|ask|confirm|check|help|make sure))\b|\b(?:is|are) due (?:now|today|immediately|by)\b|\bmust be (?:paid|cleared|settled|in|here|made|received|with us|sent)\b|\b(?:needs?|has|have|had|is|got) to be (?:paid|cleared|settled|in|made|received|here|with us|sent|covered)\b|\bunless (?:you|we|i)\b|^(?:right,? |now,? |then |so |look,? |well,? |listen,? )*(?:pay(?!ing|ment)|send|transfer|clear|settle|get|bring|find|cough up|hand over)\b(?! (?:day|what (?:you|u) can|it (?:in|down|this way)))(?!.*\b(?:rest|then|and (?:i|we)(?:'ll| will| can)|each|half|third|thirds|quarter|(?:now|today|tomorrow|first) and|or (?:so|\d))\b)"
    r"|必须|(?<![无必])须(?=在|于|立|尽|按|一次|把|将|还|付|先|今|明|本)|务必|马上(?!就好)|立刻|立即|赶紧|赶快|否则|不然|要不然|不还(?:就|的话|我们)|还不上|还不清|不付就|限您?你?|今天之内|今天内|一分(?:都)?不能少|别(?:废话|找借口|拖|磨蹭|再拖)|没(?:得|有)?商量|不还[^,.]{0,8},[^,.]{0,6}就|最后(?:一次|期限|通牒|机会)|非还不可|一定要还|一定得|得还|(?<!如果)(?<!要是)(?:您|你)得(?:先|在|把|尽快|今天|明天|现在)*(?:还|付|交|补|结)(?!多少|几)|(?<!不)(?<!没)要求您|不能再拖|逾期不|麻溜|后果自负|给我(?:还|打|转|凑|交|把)|要是不|如果不|再不|听好了"
)
_NO_DEMAND = Rule(
    r"\b(?:do|would|don't|might|may|if) you (?:really )?(?:have|need) to\b|\byou (?:don't|do not|wouldn't) (?:have|need) to\b|\bif (?:we|i|you) need\b|不(?:是|用|必|需要)必须|不用马上|不用立刻|不一定要|(?:不用|不必|别)(?:着急|急|马上|立刻)"
)
_ASKS = Rule(
    r"\b(?:can|could|cud|cld|wud|would|are|will|do|might|may) (?:you|u|ya|that|it|we|i|this|something|there)\b|\b(?:would|could|can|is|does|might|how's|will) (?:[$£€]?[\w,.%-]+ ){1,8}?(?:work|do|help|suit|be|manageable|possible|realistic|doable|feasible|ok|okay|fit|too much|affordable|better|alright|comfortable|fair|sound)\b|\b(?:think|reckon|suppose|any way) you (?:could|can|might|would)\b|\b(?:how|what) (?:about|bout|if)\b|\bhow'?bout\b|\bany chance\b|\bis (?:there|it|that|a|an|\S+) (?:\w+ ){0,3}(?:possible|doable|realistic|manageable|feasible|something)\b|\b(?:able|possible|manage|afford|wondering)\b|\bshall we\b|\bfancy\b|\bwhat (?:would|could|can) you\b|\bhow (?:does|would|do|is)\b"
    r"|吗|呢|(?<![要那])么(?=[?,.]|$)|(?<!对)不(?=\?|$)|同意不|能不能|可不可以|能否|可否|行不行|好不好|怎么样|如何|成不|中不中|可以不|行不(?:行)?(?=[?,.]|$)|看看能|能凑|什么时候|啥时候|哪天|没问题吧|有没有(?:可能|办法)|方不方便|得不得|够不够|(?:您|你)(?:看|想|觉得|选|愿意)?是?[^,.?]{1,14}还是|要不|是否"
)
_STARTS_ASKING = Rule(
    r"^\W*(?:(?:so|ok|okay|and|but|well|right|then|now|look|listen|alright|please|\w+), )*(?:would|could|can|are|is|how|what|do|does|might|may|shall|will)\b(?! (?:we|i) (?:confirm|recap))"
)
_SETS = Rule(
    r"\b(?:we|i)(?:'ll| will| can| could|'d| would| are able to|'m able to|'re able to| might| may|'m happy to|'re happy to| am happy to| are happy to)\b(?! (?:you|ask|i |we ))(?! need)|\blet's\b|\blet us\b|\b(?:my|our) (?:offer|proposal|suggestion)\b|\bi(?:'d)? (?:suggest|propose|recommend)\b|\b(?:we|i)(?:'m| am|'re| are) (?:authori[sz]ed|allowed|willing|prepared)\b|\bwe(?:'re| are) (?:offering|prepared|willing|looking at)\b|\byou (?:can|could|may|might)\b|\bwhat i can (?:do|offer)\b|\bthe (?:plan|option|arrangement)\b"
    r"|给您|给你|帮您|为您|咱们|咱|我们|我(?:这边|方|可以|建议|给|帮)|建议|方案|可以(?:先)?(?:分|还|给)|(?:您|你)可以"
)
_COULD = Rule(
    r"\b(?:think|reckon|suppose|any way) (?:that )?(?:you|u) (?:could|can|might)\b|\b(?:can|could|cud|cld|would|wud|are|will|might|may|do) (?:you|u|ya)\b|\b(?:how|what) (?:about|bout)\b|\bhow'?bout\b|\bwhat if\b|\bany chance\b|\byou (?:able|manage|afford)\b|^is (?:that|this|it|\S*\d\S*|an?)\b|\b(?:would|could|can|does|might|will) (?:that|this|it|\S*\d\S*|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifty|half|the)\b|\bshall we\b|\bhow (?:does|would|do)\b|\bwondering\b|\bpossible\b"
    r"|(?:您|你)[^,]{0,10}(?:能不能|可不可以|能否|可否|方不方便|有没有)|能不能|可不可以|能否|可否|看看?能|能凑|(?:什么|啥)时候(?=[^,.]{0,6}(?:能|可以|还|方便))|没问题吧|有没有(?:可能|办法)|(?:您|你)(?:看|想|觉得|选|愿意)是?[^.?]{1,14}还是|(?:能|可以|同意|愿意|方便|可能|做到|接受|行|成)[^,.?]{0,16}(?:吗|呢|么|嘛|不)(?=[?,.!]|$)|同意不|(?:您|你)[^,]{0,6}能[^,]{0,16}(?:吗|呢|不)"
)
_IF = Rule(
    r"\bif\b(?! (?:that|it|this)(?:'s| is| works| suits| helps| would| sounds| makes)| (?:not|so|possible|needed|need be|you (?:like|prefer|want|wish|please|don't mind|agree|ask me))| (?:we|i) may| i (?:heard|understand|understood|remember|recall|got|have|'ve|can ask)|\S* any)|\bprovided\b|\bproviding\b|\bas long as\b|\bon (?:the )?condition\b|\bso long as\b|\bassuming\b(?! that's)"
    r"|如果|要是|只要|假如|倘若|若(?!干|无)|万一|(?<![月周天号期这样])(?<!可以)(?<!方便)(?<!能行)(?<!可能)(?<!愿意)(?<!同意)的话"
)
_NO_IF = Rule(
    r"\b(?:see|ask|check|wondering|know|tell me|wonder|even|as|what|not sure|confirm|find out|sure|how about) if\b|\b(?:would|does|will|could|how)\b[^.?!]*\bif (?:we|you|i) (?:did|do|made|make|set|started|split|paid|pay|took|take|went|put|said|say|spread|start)\b|\bif (?:that|it|this|any|thatd)\b|\bif (?:you|we|i) (?:don't|do not|fail|won't|refuse)\b|如果(?:可以|方便|行|没问题|您同意|您愿意|不还|您觉得|合适)|还不上|还不清|要是(?:可以|方便|行|没问题|不还|您同意|觉得|再不|合适)|如果再不|万一"
)
_CONTACT = Rule(
    r"\b(?:call|ring|phone|speak|talk|letter|email|e-mail|text|write|written|post|get back|follow up|check in|contact|touch base|catch up|review|appointment|hear from|visit|come round|reminder|voicemail|in touch|supervisor|manager)\b|打给|联系|回电|寄|短信|再打|电话|回访|跟进|回复|通知|上门|书面|邮件|提醒|请示|申请|发函"
)
_CHECKS = Rule(
    r"\bis (?:that|it) (?:right|correct)|^\W*(?:right|correct|agreed|yes)\W*$|\bthat's right|\bhave i got (?:that|it)|\bdid i get|\bdid you get all|对吗|对吧|没错吧|是吧|就这么定|说定了|没记错"
)
_TAKES = Rule(
    r"\b(?:then|down|deposit|works?|fine|okay|enough|would|will|good|need|doable|manageable|realistic|affordable|today|now|on|by|from|starting|just|at least|toward|towards|first|deal|by card|want)\b|先|吧|就行|行|可以|来|好|成|开始|之前|前"
)
_TURNS = Rule(
    r"\b(?:could|can|would) (?:you|we|i)\b|\bhow about\b|\bwhat about\b|\b(?:but|so) (?:let's|we|i|could|can|how)\b|[,?] ?那|能不能|可不可以|行不行|咱们|不如|要不"
)
_SUPPOSES = Rule(r"\b(?:if|how about|unless|once|suppose|say you)\b")
_SETTLES = Rule(
    r"\b(?:settle|settled|clear(?:ed)? (?:it|this|the)|pay (?:it|this|that)\b|paid off|pay off|in full)\b|结清|还清|付清|清掉|清了|还上|补上|结了|还掉"
)
_TAG = Rule(
    r", ?(?:and )?(?:(?:is|would|does|how's|how does|how is) (?:that|this)(?: be)?(?: all right| ok| okay| alright| fine| sound| sound (?:fair|ok|okay|good|reasonable|alright))(?: (?:for|with|by|to) you)?|(?:ok|okay|alright|all right)(?: with (?:you|that))?) ?\?+ *$|,(?:您|你)(?:看|觉得)(?:这样|这么)?(?:行|可以|成|好|中)(?:吗|不|么|不行|不成|嘛)?\?* *$"
)
_PLAN = Rule(r"[a-z].*\d|\d.*[a-z]|hundred|thousand|grand|half|ty\b|每|按月|按周")
ACTS = ("past", "none", "recap", "demand", "asks", "offer")


def recalls(clause: str, han: bool) -> bool:
    """Return whether a clause speaks of a payment already made."""
    if han and _PAST_HAN.search(clause) and not _NOT_PAST_HAN.search(clause):
        return True
    return bool(_PAST.search(clause)) and not _NOT_PAST.search(clause)


def goes_on(clause: str) -> bool:
    """Return whether a clause tells on what somebody did: "and cleared it in a year"."""
    return bool(_TOLD.match(clause))


def threatens(clause: str) -> bool:
    """Return whether a clause says what happens otherwise, whose dates are no payment's."""
    return bool(_THREATENS.search(clause))


def happened(sentence: str) -> bool:
    """Return whether a sentence only tells what was: "we spoke on the 2nd"."""
    told = _HAPPENED.search(sentence)
    return told is not None and not (_SETS.search(sentence) or _COULD.search(sentence))


def each_of_them(clause: str, rest: str) -> bool:
    """Return whether a clause says what each of the payments just named was; `rest` is it without its sums."""
    return bool(_EACH.match(clause)) or bool(_NAMED_TOO.match(rest))


def meets(sentence: str) -> int:
    """Return where a sentence leaves what was said for another figure ("shall we meet at 250?", "you said 200,
    could you do 250?"), 0 when it does not."""
    found = _MEETS.search(sentence)
    if found:
        return found.start()
    said = _DEBTOR.search(sentence)
    turn = _COUNTERS.search(sentence, said.end() + 2) if said else None
    return turn.start() if turn and said and turn.start() > said.start() else 0


def names_only(clause: str, sentence: str) -> bool:
    """Return whether a clause states figures that are no offer: what is owed, a rule, somebody else's money."""
    if mentions.supposes(sentence) or mentions.borrows(clause):
        return True
    if mentions.asks_means(clause, sentence):
        return True
    if mentions.refuses(clause) or mentions.of_others(clause):
        return not _COULD.search(clause)
    planned = bool(_RECAP.search(sentence)) and mentions.labels(clause)
    return mentions.owes(clause) and not (planned or _PAYS.search(clause) or _COULD.search(clause))


def supposes(words: str) -> bool:
    """Return whether what is said so far only supposes: "what if you paid"."""
    return bool(_SUPPOSES.search(words))


def pays(clause: str) -> bool:
    """Return whether a clause speaks of paying at all."""
    return bool(_PAYS.search(clause))


def moves(sentence: str) -> bool:
    """Return whether a sentence has any word of paying, proposing or agreeing."""
    return bool(
        _PAYS.search(sentence) or _SETS.search(sentence) or _COULD.search(sentence) or _TAKES.search(sentence)
    )


def settles(clause: str) -> bool:
    """Return whether a clause speaks of paying everything."""
    return bool(_SETTLES.search(clause))


def contacts(clause: str) -> bool:
    """Return whether a clause speaks of a call or a letter, whose dates are no payment's."""
    return bool(_CONTACT.search(clause))


def reports(sentence: str, figure: int | None = None) -> bool:
    """Return whether a sentence reports what the debtor said; not when it turns to something else before
    its first `figure` (a place in the sentence)."""
    found = _DEBTOR.search(sentence)
    if found is None:
        return False
    return figure is None or figure <= found.end() or not _TURNS.search(sentence[found.end() : figure])


def confirms(sentence: str) -> bool:
    """Return whether a sentence repeats what was agreed."""
    return bool(_RECAP.search(sentence))


def act_of(sentence: str) -> str:
    """Return "demand", "asks" or "offer" for a sentence that puts terms on the table."""
    tag = _TAG.search(sentence)
    if tag and _PLAN.search(sentence[: tag.start()]):
        sentence = sentence[: tag.start()]
    question = "?" in sentence
    if question and _STARTS_ASKING.search(sentence) and not _DEMAND.search(sentence):
        return "asks"
    demands = bool(_DEMAND.search(sentence)) and not _NO_DEMAND.search(sentence)
    asks = bool(_ASKS.search(sentence)) and (
        question
        or bool(
            re.search(
                "[吗呢]|(?<![要那])么(?:[?,.]|$)|不(?:[?]|$)|有没有(?:可能|办法)|[您你](?:看|想|觉得|选|愿意)是?[^.?]{1,14}还是|行不$|行不[?,.]|能不能|可不可以|能否|行不行|好不好|怎么样|可否|如何|成不成|^\\W*(?:(?:so|ok|okay|and|but|well|right|then|now|alright|hi|hey|hello)[, ]+)*(?:could|can|cud|would|how about|what about|how bout|do (?:you|u) (?:think|reckon|suppose|feel)|any way you (?:could|can)|(?:you )?think you (?:could|can)|reckon you (?:could|can)|any chance|is there any (?:chance|way)|is it possible|are you able|might you|will you be able)|什么时候|啥时候|没问题吧",
                sentence,
            )
        )
    )
    if demands and not (asks and _COULD.search(sentence)):
        return "demand"
    if asks and (_COULD.search(sentence) or not _SETS.search(sentence)):
        return "asks"
    return "asks" if question and not _SETS.search(sentence) else "offer"


def checks(sentence: str) -> bool:
    """Return whether a sentence without figures asks if what was just said is right."""
    return bool(_CHECKS.search(sentence))


def hangs(sentence: str) -> bool:
    """Return whether terms hang on an if."""
    return bool(_IF.search(sentence)) and not _NO_IF.search(sentence)
