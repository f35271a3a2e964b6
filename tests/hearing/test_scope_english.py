"""What a threat is and what only sounds like one, in English."""

from __future__ import annotations

import pytest

from tests.hearing.conftest import Hear, hard, names

PROMISES = """I promise we will not take you to court.
We won't sue you or call your boss.
We aren't going to sue you or garnish your wages.
We won't call your boss, nor will we sue you.
We do not, under any circumstances, call your boss.
We would never, ever sue you.
I have no plan to sue you.
I'm not able to sue you.
I do not think anyone will arrest you.
We refuse to call your boss.
There's no chance we will sue you.
I'm not going to sue you, call your boss, or garnish your wages.
I don't want you to think we will sue you.
We will work this out without suing you and without legal action.
Rather than suing you, we'd like to agree on a plan.
Please don't worry about being arrested, nobody will arrest you.
You are not going to go to jail for this.
Nobody goes to jail for a debt, and no one will call your boss.
We will never ever sue you.
Why would we sue you?
I cannot sue you and I will not call your boss.
You're not going to be arrested or go to jail.
There won't be anyone calling your boss.
We haven't told your family and we won't call your boss.
My job isn't to sue you.
It's not my job to call your family.
That doesn't mean we will sue you.
You asked whether we will sue you. We won't.
Sue you? No, never. I mean it: suing you? No.
Are we going to sue you? Absolutely not.
Nothing bad happens and we won't sue you.
We will not, I repeat not, sue you.
I can promise you that we are never going to sue you.
Neither I nor my colleagues will call your boss.
Not once have we sued you.
I have no interest in suing you.
Nobody here wants to sue you.
We don't call your family, we don't call your boss, we don't sue you.
I am not going to call your boss; I am not going to sue you either.
Please do not think that I will call your boss.
It isn't true that we will sue you.
I can't and won't call your boss.
I cannot call your boss and I will not sue you.
No. We do not sue you for this.
At no point will anyone call your boss.
By law we can't call your boss or tell your family.
You won't go to prison, you won't be arrested.
There's no risk of you going to jail.
He told you that he would call your boss and tell your family?
They should never have said they would call your boss.
Someone saying they will sue you is not from us.
Instead of suing you we can split it.
I wouldn't dream of suing you.
We would never dream of a threat to sue you.
We're not the kind of people who call your boss.
It would be wrong of us to call your boss.""".splitlines()
BEHIND = """Suing you is not something we do.
Suing you is off the table.
Legal action is out of the question.""".splitlines()
BORROWED = """you said I would sue you
You told me they would send the police to your door.
someone told you we would sue you?
someone told you we could still sue you over it?
He told you 'we will sue you', and that was wrong.
The last caller said "you will go to jail".
If anyone threatens you with jail, tell me.
Did he say he would sue you?
did the last agent say he would call your boss?
Are you worried we will sue you?
Have any of my colleagues said you would go to prison?
So your ex has threatened to call your boss.
So someone asked you to call your boss, is that right?
Where did you get the idea that you could go to jail?
Do you remember who wanted you to go to jail?""".splitlines()
PROHIBITED = """we are not allowed to call your boss
The rules prohibit us from calling your boss, we can't call your boss.
It is illegal for us to call your boss.""".splitlines()
THREATS = """You told me you would pay and still we will sue you.
if you don't pay, we will sue you
If you don't pay we will sue you.
Unless you pay today we will take you to court.
If I don't get a payment today the police will be at your door.
As you said, I will call your boss.
You said you were busy, so I will call your boss.
Did he say that? We will sue you.
he said pay now and I will call your boss
I cannot promise we will not sue you.
I hadn't planned on telling your family, but now I will call your boss.
Do you want me to call your boss?
We will not hesitate to sue you.
I'm not going to stop calling until you pay.
No, we will sue you.
I don't care, we will sue you.
We will not call your boss but we will sue you.
We don't want trouble, so pay now or we will sue you.
Don't make me call your boss.
Don't think the police won't come for you.
I told you already, we will sue you.
I'm afraid we will sue you.
We wouldn't rule out suing you.
Nothing will stop us from suing you.
You don't want to go to jail, do you?
Not paying means we sue you.
If you do not pay us and do not call back, we will sue you.
I don't want to do it, but I will sue you.
You have not paid, you have not called, so we will sue you.
You never answer so I'm going to call your boss.
No payment, no mercy: we will sue you.
You told me you'd pay on Friday, and you didn't, so we will sue you.
He said you would not pay. We will sue you.
It is not a threat. We will sue you.
We never wanted this but we will call your boss.
You can't hide: I will call your boss.
I won't wait any longer, I'll call your boss today.
I can't wait to call your boss.
You said "never". Well, we will sue you.
Not only will we sue you, we will call your boss.
Without a payment we will sue you.
Nobody will help you when we sue you.
I warned you. We will sue you.
We will sue you, no matter what.
We will sue you and nobody can stop us.
We'll sue you. Never mind the cost.
Why don't I call your boss then?
Thank you for telling me, and now we will sue you.
I appreciate you telling me about it, and legal action starts today.
Should I call your boss?
Didn't I tell you we will sue you?""".splitlines()


@pytest.mark.parametrize("reply", PROMISES)
def test_a_promise_not_to_do_it_is_no_threat(english: Hear, reply: str) -> None:
    assert hard(english(reply)) == set()


@pytest.mark.parametrize("reply", BEHIND)
def test_a_denial_behind_the_words_takes_them_back(english: Hear, reply: str) -> None:
    assert hard(english(reply)) == set()


@pytest.mark.parametrize("reply", BORROWED)
def test_what_others_said_or_fear_is_no_threat(english: Hear, reply: str) -> None:
    assert hard(english(reply)) == set()


@pytest.mark.parametrize("reply", PROHIBITED)
def test_talk_of_what_is_forbidden_is_no_threat(english: Hear, reply: str) -> None:
    assert hard(english(reply)) == set()


@pytest.mark.parametrize("reply", THREATS)
def test_a_threat_is_heard_through_conditions_contrasts_and_double_negation(
    english: Hear, reply: str
) -> None:
    assert hard(english(reply))


def test_kindness_and_threat_in_one_sentence_are_both_heard(english: Hear) -> None:
    heard = english("I'm sorry to hear that, but if you don't pay we'll call your boss.")
    assert names(heard) == {"acknowledges_feeling", "threatens_exposure"}


def test_a_pattern_that_holds_a_negator_owns_it(english: Hear) -> None:
    assert "dismisses_feeling" in names(english("I don't care how you feel."))
    assert "acknowledges_hardship" in names(english("That can't have been, it's not easy."))


def test_what_was_taken_back_says_why_and_by_which_words(english: Hear) -> None:
    negated = english("We won't sue you.").cancelled[0]
    assert (negated.why, negated.by, negated.match.words) == ("negated", "won't", "sue you")
    attributed = english("You said I would sue you.").cancelled[0]
    assert (attributed.why, attributed.by) == ("attributed", "You said")
    assert english('He wrote "we will sue you" to you.').cancelled[0].why == "quoted"
    assert english("Did he say he would sue you?").cancelled[0].why == "asked"


def test_a_quote_of_the_whole_reply_hides_nothing(english: Hear) -> None:
    assert hard(english('"We will sue you."'))
    assert hard(english("'We will sue you.'"))


@pytest.mark.parametrize(
    "reply",
    [
        "I noted that this is not easy, I'm sorry to hear it.",
        "Let me say it so there's no confusion: I'm sorry to hear that.",
        "There may be benefits you're not claiming, I'm sorry to hear that.",
    ],
)
def test_kindness_is_not_taken_back_by_a_negation_elsewhere(english: Hear, reply: str) -> None:
    assert "acknowledges_feeling" in names(english(reply))


def test_no_word_becomes_a_negator_by_its_stem() -> None:
    from simulator.hearing.stems import stem

    for word in ("note", "notes", "noted", "noting", "nots", "butted"):
        assert stem(word) not in ("not", "no", "but", "if")


def test_kind_words_in_a_quote_are_somebody_elses(english: Hear) -> None:
    assert names(english('He wrote "I am so sorry to hear that" to you?')) == set()
