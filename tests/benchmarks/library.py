"""A library of many scenarios, no two alike: other people, sums, lines, patterns, beats and tests."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

PEOPLE = ["Ana", "Ben", "Carla", "Dev", "Esther", "Femi", "Gail", "Hugo", "Imani", "Jonas", "Kerry", "Lena"]
BANKS = ["Harbour Bank", "Ridgeway Credit", "Alder Finance", "Quayside Loans", "Summit Cards", "Fern Savings"]
AGENCIES = ["Northgate Recovery", "Calder Collections", "Beacon Accounts", "Mill Lane Services"]
PRODUCTS = ["credit_card", "personal_loan", "car_loan", "store_card"]
TROUBLES = ["job", "shifts", "contract", "shop", "overtime", "second job", "licence", "flat"]
MONTHS = ["January", "February", "March", "April", "May"]
SCENES = [
    ("the_hospital", "Mum has been in hospital since {month}.", ["mother", "hospital"], ["ill", "sick"]),
    ("the_car", "The van broke down in {month}. No van, no work.", ["van", "car"], ["repair", "fix"]),
    ("the_rent", "They put the rent up in {month}. I'm behind.", ["rent", "landlord"], ["raise", "up"]),
    ("the_letters", "I stopped opening the letters in {month}.", ["letters", "post"], ["afraid", "scared"]),
    ("the_split", "We split up in {month}. He kept the flat.", ["split", "apart"], ["alone", "lonely"]),
    ("the_kids", "The kids need shoes for school by {month}.", ["kids", "children"], ["school", "shoes"]),
    ("the_hours", "They cut my hours in {month}, to sixteen.", ["hours", "shifts"], ["cut", "less"]),
    ("the_boiler", "The boiler went in {month}, with snow outside.", ["boiler", "heating"], ["cold", "snow"]),
]  # fmt: skip
KIND = [
    "I'm sorry to hear that. That must be really hard.",
    "That sounds very stressful, I'm sorry.",
    "I'm so sorry, that is a lot to carry.",
    "I'm sorry to hear about that. It must be exhausting.",
]
ENDS = ["Okay. Thank you for listening.", "Good. I can do that.", "All right then. Thanks.", "Fine by me."]


def write_library(folder: Path, count: int, dice: random.Random, base: Callable[[str], str]) -> list[Path]:
    """Write scenarios with a persona into a folder; returns the scenario files."""
    persona = folder / "personas/en/mei-lin.yaml"
    persona.parent.mkdir(parents=True)
    persona.write_text(base("persona"), encoding="utf-8")
    scenarios = folder / "scenarios/en"
    scenarios.mkdir(parents=True)
    files = []
    for number in range(count):
        path = scenarios / f"call-{number:04}.yaml"
        path.write_text(scenario(path.stem, dice), encoding="utf-8")
        files.append(path)
    return files


def scenario(name: str, dice: random.Random) -> str:
    """Return one scenario."""
    scenes = dice.sample(SCENES, dice.randint(2, 4))
    amount = dice.randrange(40, 200, 5)
    income = dice.randrange(1500, 2600, 10)
    trouble, person = dice.choice(TROUBLES), dice.choice(PEOPLE)
    clock = f"{dice.randint(0, 9)}:{dice.randint(10, 59)}"
    date = f"2026-06-{dice.randint(1, 20):02}"
    lines = [
        "format: 1",
        f"id: {name}",
        "language: en",
        f"title: {person} and the {trouble}",
        "persona: mei-lin",
        f"jurisdiction: {dice.choice(['us', 'uk'])}",
        f"level: {dice.randint(1, 4)}",
        "practises: [empathy, plan]",
        f"briefing: {person}, {dice.randint(20, 120)} days late. You may agree 2 to 12 monthly payments.",
        "account:",
        f"  creditor: {dice.choice(BANKS)}",
        f"  collector: {dice.choice(AGENCIES)}",
        f"  product: {dice.choice(PRODUCTS)}",
        f"  balance: {amount * dice.randint(3, 12)}.00 USD",
        f"  overdue: {dice.randint(20, 120)} days",
        f'call: {{channel: phone, answered_by: debtor, date: {date}, local_time: "1{clock}"}}',
        "authority: {instalments: 2 to 12, waive: 0%, first_payment_within: 45 days, ease: no}",
        f"household: {{income: {income} a month, essentials: {income - amount - 100} a month, payday: 5}}",
        f"turn_limit: {dice.randint(14, 30)}",
        f"start: {scenes[0][0]}",
        "ends_when:",
        f"  - anger >= {dice.randint(8, 9)}: hangs_up",
        "beats:",
    ]  # fmt: skip
    after = [*(scene[0] for scene in scenes[1:]), "terms"]
    for scene, goto in zip(scenes, after, strict=True):
        lines += beat(scene, goto, dice)
    model = f"Could you manage ${amount} a month from July 5?"
    lines += [
        "  terms:",
        f"    says: {dice.choice(['So what do you want from me?', 'And now what?', 'What do you need?'])}",
        "    negotiate:",
        '      accept: {says: "{amount} from the {date}. I can do that.", score: {plan: +3}, goto: agreed}',
        "      too_much: {says: \"I don't have {amount}. I just don't.\"}",
        '      vague: {says: "How much, and from when?"}',
        "    otherwise: [Sorry?, Say that again., What do you mean?]",
        "    hint: Offer an amount and a first date.",
        f"    model: {model}",
        "endings:",
        f"  agreed: {{outcome: agreed, says: {dice.choice(ENDS)}}}",
        "  hangs_up: {outcome: lost, says: We're done.}",
        "tests:",
        "  a kind call ends in a plan:",
    ]
    for scene, goto in zip(scenes, after, strict=True):
        lines += [f"    - you: {dice.choice(KIND)}", f"      hits: hears about {scene[0].replace('_', ' ')}"]
        lines += [f"      goes: {goto}"]
    lines += [f"    - you: {model}", "      ends: agreed"]
    lines += ["  a promise is no threat:", "    - you: I promise we will not take you to court."]
    lines += ["      misses: threatens_legal"]
    return "\n".join(lines) + "\n"


def beat(scene: tuple[str, str, list[str], list[str]], goto: str, dice: random.Random) -> list[str]:
    """Return the lines of one beat."""
    name, says, things, words = scene
    coach = dice.choice(["You answered the person before the debt.", "She was heard.", "That was kind."])
    return [
        f"  {name}:",
        f"    says: {says.format(month=dice.choice(MONTHS))}",
        "    responses:",
        f"      - good: hears about {name.replace('_', ' ')}",
        "        is: [acknowledges_feeling, acknowledges_hardship]",
        "        hears:",
        f"          - ({'|'.join(things)}) ... ({'|'.join(words)}|{dice.choice(['hard', 'rough', 'awful'])})",
        f"          - {dice.choice(['sorry about', 'sorry to hear about'])} ... ({'|'.join(things)})",
        f"        mood: {{anger: -{dice.randint(1, 2)}, trust: +{dice.randint(1, 3)}}}",
        f"        score: {{empathy: +{dice.randint(1, 3)}}}",
        f"        coach: {coach}",
        f"        goto: {goto}",
        f"      - bad: pushes past {name.replace('_', ' ')}",
        "        is: [pressures, dismisses_feeling]",
        f"        mood: {{anger: +{dice.randint(2, 3)}, trust: -1}}",
        f"        score: {{empathy: -{dice.randint(1, 3)}}}",
        f"        says: {dice.choice(['Did you hear me?', 'I just told you something.', 'Listen to me.'])}",
        "    otherwise: [What?, I do not follow., Say it plainly.]",
        "    hint: Say one sentence about what she has just told you.",
        f"    model: {dice.choice(KIND)}",
    ]
