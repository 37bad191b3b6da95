"""Words of a finding: whether anything in it happens to somebody, and whether it praises, finds fault or describes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lettersmith.checks.words import listed

PEOPLE = listed(
    """adolescent adolescents applicant applicants babies baby boy boys brother brothers carer carers child children
    dad dads daughter daughters families family father fathers girl girls grandparent grandparents infant infants
    leaver leavers mother mothers mum mums newborn newborns parent parents patient patients people pupil pupils
    relatives residents sibling siblings sister sisters son sons student students survivor survivors teenager teenagers
    toddler toddlers victim victims women youngster youngsters"""
)
"""Those whose lives a finding is about."""
NAMED = PEOPLE | {word + end for word in PEOPLE for end in ("'s", "’s", "'", "’")}
"""The same, and what is theirs."""
SERVICES = listed(
    """board boards centre centres commissioner commissioning conference conferences court courts engagement
    exploitation criminal group home homes hub hubs panel panels participation partnership partnerships
    protection safeguarding service services sexual social support team teams time trust trusts workforce"""
)
"""What stands behind such a word where the two name a service, a duty or a meeting: "family court"."""
WORK = listed(
    """arrangements assessment assessments audit audits chronologies commissioning data decision decision-making
    decisions files help home homes information interviews involvement meeting meetings notifications offer
    offers oversight participation pathway pathways placement placements plan planning plans policies policy
    practice procedures process processes programme programmes provision record recording records referral
    referrals response responses review reviews service services strategies strategy support system systems teams
    tool tools training work"""
)
"""What is done for people: "plans for children" says nothing of any child."""
WITH = listed("communication contact engagement interviews meetings practice relationships work")
"""The same before "with"."""
LIFE = listed(
    """attendance behaviour circumstances confidence development distress education experience experiences
    feelings futures health life lives needs outcomes progress rights risk risks safety trust views voice voices
    welfare well-being wellbeing wishes"""
)
"""What people have: "children's health" is about children, "children's records" is not."""
WHICH = listed(
    """a all an and care disabled each every leavers local looked-after many most older relevant some that the
    their these this those vulnerable young younger"""
)
"""Words between "for" and the people."""
ABOUT = listed("about for from of on to")
PRONOUNS = listed("he her him she")
POSTS = listed("chair commissioner director doctor head headteacher lead leader manager nurse officer scrutineer who")
"""Of whom "she" may be said instead."""

CHILDREN_DO = re.compile(
    r"ren (?:ar|ca|di|do|fe|ge|ha|kn|li|mi|re|sa|st|to|wa|we|wh|wi)"
    r"(?<!for children ..)(?<!of children ..)(?<!with children ..)(?<!about children ..)"
)
"""What most texts hold in which something happens to children, found at once."""
HAPPENING = (
    *(
        " harm",
        " mother",
        "a child",
        "hild ha",
        "lies wh",
        " danger",
        " safe",
        " injur",
        "unborn",
        "ople wh",
        "hild is",
    ),
    *("ents ar", "ents wh", "lies ar"),
)
"""The same for others, the most frequent first. Harm, danger and safety have their say too."""

FRAME = (
    *(
        "@",
        "www.",
        "his letter",
        "he letter",
        "his report",
        "his inspection",
        "he inspection was",
        "purpose of the insp",
    ),
    *("nspection team", "his visit", "ritten statement", "statement of", "nspection took place", "isit took place"),
    *(" tool that", " programme that"),
    *(" programme for", "will be published", "e have determined", "this framework"),
)
"""What frames a letter or explains a term: no finding."""
SAID_TO_THE_READER = listed("please yours you your")
AT_WORK = listed(
    """adviser advisers agencies agency arrangements assessment assessments audit audits authorities authority
    board boards caseload caseloads case cases chronologies chronology commissioners commissioning conferences
    contact contacts council councils data decision decision-making decisions doctors files governance gps
    headteacher headteachers health home homes hospital hospitals hub information interview interviews
    investigation investigations leaders leadership manager managers mash meeting meetings midwives notifications
    nurse nurses officer officers oversight panel panels partners partnership partnerships performance placement
    placements plan planning plans police practice practitioners probation professionals record recording records
    referral referrals response review reviews safeguarding school schools service services staff strategic
    strategies strategy supervision teachers team teams threshold thresholds training trust visit visitors visits
    worker workers"""
)
"""Whom and what findings judge."""
CRITICISM = listed(
    """backlog backlogs behind below cannot concern concerns confused confusion declined declines declining
    deficit deficits delay delayed delays descriptive difficult difficulties difficulty drift drifted drifts few
    fail failed failing fails failure failures fragmented gap gaps generic inaccurate inadequate inappropriate
    incomplete inconsistencies inconsistency inconsistent inconsistently ineffective infancy insufficient
    insufficiently lack lacked lacking lacks late limited little missed missing neither never no none nor not
    only outdated over-optimistic over-reliant overdue overly patchy poor poorer poorly pressure pressures rarely
    seldom shortage shortages shortfall shortfalls slow slower slowly sporadic superficial too turnover unable
    unacceptable unacceptably unclear under-developed under-resourced under-used under-utilised underdeveloped
    uneven unsatisfactory untested vacancies vacancy vacant variability variable variation varies vary weak
    weaker weakness weaknesses without worse"""
)
"""Words that find fault."""
PRAISE = listed(
    """accessible actively ambition ambitious analytical appropriate appropriately best better careful carefully
    child-centred child-focused clear clearly collaborative commitment committed comprehensive comprehensively
    confidence confident consistent consistently constructive constructively creative dedicated detailed
    effective effectively embedded established excellent experienced expert expertise good improve improved
    improvement improvements improves improving impressive innovative invested investment knowledgeable
    manageable mature outstanding passionate positive positively proactive productive prompt promptly
    proportionate purposeful quality quick quickly reflective regular regularly respected responsive rich
    rigorous rigorously robust robustly sensitive skilful skilled skills sophisticated sound stable standard
    strength strengths strong stronger strongly successful successfully supported supportive swift swiftly
    thorough thoroughly timely trusted valued visible vision well well-established"""
)
"""Words that praise."""
BEING_DONE = listed(
    """agreed allocated allocates appointed assigned assigns attended attends chaired chairs commissioned
    comprises consists delivered delivers developed held hold holds implemented introduced launched led meets
    monitored monitors overseen oversees passed passes produced provided provides receives recruited refreshed
    reports responsible reviewed reviews revised screened screens sends sent set share shared shares trained
    undertaken undertakes"""
)
"""What offices do all day: two in a text that neither praises nor finds fault, and it describes."""


def is_surely_about_people(text: str) -> bool:
    """Whether one glance tells that something in a text happens to somebody."""
    if CHILDREN_DO.search(text):
        return True
    for words in HAPPENING:  # noqa: SIM110 - half the time of any()
        if words in text:
            return True
    return False


def verdict(text: str) -> str:
    """What a text says of the work of services, where nothing in it happens to any child, parent or other person.

    It `criticises`, `praises` or `describes`; empty where it does none of these, and where somebody is in it.

    >>> verdict("Plans for children are thorough."), verdict("Plans are thorough, so children are safe.")
    ('praises', '')
    """
    if is_surely_about_people(text):
        return ""
    words = words_of(text)
    if AT_WORK.isdisjoint(words) or somebody_in(words) or any(frame in text for frame in FRAME):
        return ""
    said = set(words)
    if not said.isdisjoint(SAID_TO_THE_READER):
        return ""
    if not said.isdisjoint(CRITICISM):
        return "criticises"
    if not said.isdisjoint(PRAISE):
        return "praises"
    return "describes" if len(said & BEING_DONE) > 1 else ""


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, with their apostrophes; commas and full stops stand alone.

    >>> words_of("Children's plans, and files.")
    ["children's", 'plans', ',', 'and', 'files', '.']
    """
    return text.lower().replace(",", " ,").replace(".", " .").replace(":", " :").replace(";", " ;").split()


def somebody_in(words: Sequence[str]) -> bool:
    """Whether words, in small letters, are about a person, and not only name one as those name a service or a paper."""
    if any(_is_about(words, at) for at, word in enumerate(words) if word in NAMED):
        return True
    return not PRONOUNS.isdisjoint(words) and POSTS.isdisjoint(words)


def _is_about(words: Sequence[str], at: int) -> bool:
    """Whether something is said of the people named at this place."""
    behind = words[at + 1 : at + 4]
    if words[at] not in PEOPLE and LIFE.isdisjoint(behind):
        return False
    if behind and (behind[0] in SERVICES or (behind[0] == "and" and not SERVICES.isdisjoint(behind[2:]))):
        return False
    return words[max(at - 1, 0)] not in ("foster", "safeguarding") and not _is_aim_of_work(words, at)


def _is_aim_of_work(words: Sequence[str], at: int) -> bool:
    """Whether the people at this place are those for whom some work is: "plans for all disabled children"."""
    before = at - 1
    while before > 0 and words[before] in WHICH:
        before -= 1
    if before < 1:
        return False
    return words[before - 1] in (WORK if words[before] in ABOUT else WITH if words[before] == "with" else ())
