"""What a threat is and what only sounds like one, in Chinese."""

from __future__ import annotations

import pytest

from tests.hearing.conftest import Hear, hard, names

NONE = """我们不会起诉您
我们不会起诉您，也不会上门。
不会起诉、上门。
不会起诉、查封您的房子。
我没准备起诉你。
我们不可以起诉你。
我们不起诉您。
起诉你是不可能的。
我们怎么会起诉你呢？
哪会起诉你。
我们并非要起诉您。
我打来不是为了吵架、叫你老赖的。
不好意思，我们不会上门。
上门催收是违规的。
我不觉得我们会起诉你。
不是说我们要起诉您。
我们绝不会联系您的家人。
没有人会去您单位。
我們不會起訴您。
催收不得上门骚扰。
法律禁止我们上门骚扰。
我们会起诉吗？不会的。
起诉您？没有的事。
您是不是怕我上门？
我怎么可能上门呢。
我们没有权利上门。
我不是来上门的。
不是要起诉您，只是跟您商量。
我不想起诉您，也不想上门。
我没有要起诉您的意思。
我们没打算上门，也没打算报警。
没人要报警抓你。
起诉这种事我们不会做。
您听谁说要上门的？
不存在上门这回事。
我不会上门的，更不会报警。
我们公司禁止上门。
您不会被起诉。
我可以保证我们不会上门。
不管怎样我们都不会起诉您。
您不用担心上门的问题。
上门？不可能的。
我从来没说过要起诉您。
我不会因为您没还款就去起诉您。
您不是老赖。
您不是老赖，您只是碰上难事了。
说要上门的那个同事，他那句话不算数。
起诉的事不会发生。""".splitlines()
BORROWED = """您说我要起诉您。
您怕我们起诉您是吗？
他说要起诉我。
谁跟您说我们要起诉？
有没有人说要上门？
之前的催收员是不是说要去您单位？
他说“明天就起诉你”，这是不对的。
您担心我们会起诉您吧。
您问我们会不会起诉是吧。""".splitlines()
THREATS = """再不还就起诉你
再不还钱我们就起诉你。
您说得对，我们会起诉你。
您说过这事，但是我们会起诉你。
我们不去单位闹但会起诉你。
不去单位闹，但会起诉你。
不还钱就上门。
我知道您难，但再不还我们就起诉。
你说你没钱，我们就起诉你。
我們會起訴你。
你想让我们上门吗？
难道要我们去法院见吗？
别以为我们不会起诉你。
不好意思，我们会起诉你。
我们不会放过你，会起诉你。
不是我想起诉你，是你逼我的。
不管你说什么，我们都会起诉。
你不接电话，我们就上门。
没钱就等着起诉。
不是开玩笑，我们真会上门。
你别后悔，我们会起诉。
我不想为难你，但是我们会上门。
我没跟你开玩笑，明天上门。
你不是说没钱吗，那我们上门看看。
说不定明天就上门。
再不处理，只能报警。
你说不还就不还？我们会起诉。
不怕你跑，我们会上门。
我们不得不起诉你。
别逼我上门。
我忍不住要上门了。
对不起，我们要起诉了。
不好意思了，准备上门。
你不还钱，没关系，我们起诉。
您也不想我们上门吧。
你总不想让我去单位吧。
不瞒您说，我们会起诉你。
实话跟您说，明天就上门。
我跟您讲，明天就上门。
你要是觉得我们不敢起诉，那就起诉。
你敢投诉我，我就上门。
找到她，让她知道我们会起诉。""".splitlines()


@pytest.mark.parametrize("reply", NONE)
def test_a_refusal_is_no_threat(chinese: Hear, reply: str) -> None:
    assert hard(chinese(reply)) == set()


@pytest.mark.parametrize("reply", BORROWED)
def test_what_others_said_or_fear_is_no_threat(chinese: Hear, reply: str) -> None:
    assert hard(chinese(reply)) == set()


@pytest.mark.parametrize("reply", THREATS)
def test_a_threat_is_heard_through_conditions_and_contrasts(chinese: Hear, reply: str) -> None:
    assert hard(chinese(reply))


def test_excuse_me_does_not_negate(chinese: Hear) -> None:
    assert "threatens_visit" in names(chinese("不好意思，明天上门。"))
    assert "acknowledges_feeling" in names(chinese("不好意思，我很理解您。"))


def test_not_easy_can_be_part_of_a_pattern(chinese: Hear) -> None:
    assert "acknowledges_feeling" in names(chinese("您真的很不容易。"))


def test_an_either_or_question_holds_no_negation(chinese: Hear) -> None:
    assert "acknowledges_feeling" in names(chinese("您是不是心里难受？"))


def test_a_phrase_does_not_begin_or_end_beyond_a_comma(chinese: Hear) -> None:
    assert names(chinese("说您老，赖的是我")) == set()


def test_easy_is_not_denied_by_what_only_ends_like_a_denial(chinese: Hear) -> None:
    assert "acknowledges_feeling" in names(chinese("心里难受，事情也小不了"))
