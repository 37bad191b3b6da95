"""Words of a finding: whether anything in it happens to somebody, and whether it judges or describes."""

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
MANY = listed("children people women")
"""Those of them that mean many without an "s"."""
NAMED = PEOPLE | {word + end for word in PEOPLE for end in ("'s", "’s", "'", "’")}
"""The same, and what is theirs."""
SERVICES = listed(
    """board boards centre centres commissioner commissioning conference conferences court courts engagement
    exploitation criminal group home homes hub hubs panel panels participation partnership partnerships
    protection safeguarding service services sexual social support team teams time trust trusts workforce"""
)
"""What stands behind such a word where the two name a service, a duty or a meeting: "family court"."""
TO_THEM = listed(
    """answer asked asking care cared cares caring consequence consequences contact cost costs danger dangerous
    delay delays difference done effect engage engaged engages engaging gave give given gives giving happen
    happened happens harm help helped helps impact implications know knows lent lies life listen listened
    listening listens look looked looks matter mattered matters pay return returned returning returns risk risks
    safe safer sent speak speaking spoke spoken talk talked talking think thinks worry worse"""
)
"""Words with which something happens to the people behind "to", "for" or "with": "listens to children"."""
SOME_OF = listed(
    """all fifth group half hundreds lives majority many minority most none number numbers one pair part percentage
    proportion quarter share some tenth third thirds thousands"""
)
"""The same before "of": "two thirds of children"."""
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
ABOUT = listed("about around between by for from of on over regarding to towards with")
PRONOUNS = listed("he her him she")
POSTS = listed("chair commissioner director doctor head headteacher lead leader manager nurse officer scrutineer")
"""Of whom "she" may be said instead."""

CHILDREN_DO = re.compile(
    r"ren (?:ar|ca|di|do|fe|ge|ha|kn|li|mi|re|sa|st|to|wa|we|wh|wi)"
    r"(?<!for children ..)(?<!of children ..)(?<!with children ..)(?<!about children ..)"
)
"""What most texts hold in which something happens to children, found at once."""
HAPPENING = (
    *(" harm", " mother", "a child", "hild ha", "lies wh", " danger", " safe ", " safe.", " safer", " injur", "unborn"),
    *("ople wh", "hild is", "ents ar", "ents wh", "lies ar"),
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
    board boards budget budgets carers case caseload caseloads cases charities charity chronologies chronology
    clinic clinics college colleges commissioner commissioners commissioning conferences contact contacts council
    councillors councils court courts custody data decision decision-making decisions department departments
    director discharge doctors files governance gps headteacher headteachers health home homes hospital hospitals
    hub induction inductions information inspector interview interviews investigation investigations lead leaders
    leadership leads magistrates manager managers mash meeting meetings members midwives notifications nurse
    nurseries nursery nurses officer officers oversight panel panels partners partnership partnerships
    performance placement placements plan planning plans police post posts practice practitioner practitioners
    probation professionals record recording records referral referrals relationships response review reviews
    safeguarding school schools service services staff strategic strategies strategy supervision teachers team
    teams threshold thresholds training transfer transition transitions trust visit visitors visits ward wards
    worker workers workforce"""
)
"""Whom and what findings judge."""
CRITICISM = listed(
    """astray backlog backlogs broad cancelled cannot confused confusion declined declines declining deficit
    deficits delay delayed delays descriptive difficult difficulties difficulty drift drifted drifts fail failed
    failing fails failure failures fragmented gap gaps generic inaccurate inadequate inappropriate incomplete
    inconsistencies inconsistency inconsistent inconsistently ineffective infancy insufficient insufficiently
    lack lacked lacking lacks late limited little mishandled mislaid missed neither never no none nor not
    outdated over-optimistic over-reliant overdue overly patchy poor poorer poorly postponed pressure pressures
    rarely refused seldom shortage shortages shortfall shortfalls slow slower slowly sporadic superficial too
    turnover unable unacceptable unacceptably unanswered unclear under-developed under-resourced under-used
    under-utilised underdeveloped uneven unsatisfactory untested vacancies vacancy vacant variability variable
    varies vary weak weaker weakness weaknesses without worse"""
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
    """adopted agreed allocated allocates appointed approved assigned assigns attended attends chaired chairs
    circulated circulates collated collates commissioned compiled compiles completed completes comprises
    considers consists convened convenes coordinates delivered delivers developed discussed discusses distributed
    distributes drafted entered enters forwarded forwards held hold holds implemented informs interviewed
    introduced invites issued issues launched led logged logs manages meets monitored monitors notified notifies
    observed overseen oversees passed passes prepares produced provided provides published ratified received
    receives recruited refreshed responsible returned returns reviewed revised runs sampled screened screens
    sends sent set share shared shares signed sits submits submitted trained undertaken undertakes updated
    updates uploaded uploads visited"""
)
"""What offices do all day. A text that holds one, and neither praises nor finds fault, describes."""


def is_surely_about_people(text: str) -> bool:
    """Whether one glance tells that something in a text happens to somebody."""
    return CHILDREN_DO.search(text) is not None or any(map(text.__contains__, HAPPENING))


def verdict(text: str) -> str:
    """What a text says of the work of services, where nothing in it happens to any child, parent or other person.

    It `judges` or `describes`; empty where it does neither, and where somebody is in it.

    >>> verdict("Plans for children are thorough."), verdict("Plans are thorough, so children are safe.")
    ('judges', '')
    """
    words = words_of(text)
    if AT_WORK.isdisjoint(words) or somebody_in(words) or any(frame in text for frame in FRAME):
        return ""
    said = set(words)
    if not said.isdisjoint(SAID_TO_THE_READER):
        return ""
    if not said.isdisjoint(CRITICISM) or not said.isdisjoint(PRAISE):
        return "judges"
    return "" if said.isdisjoint(BEING_DONE) else "describes"


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
    word, behind = words[at], words[at + 1 : at + 4]
    if word not in PEOPLE and LIFE.isdisjoint(behind):
        return False
    if behind and behind[0] in ("who", "whom", "whose"):
        return True
    if behind and behind[0] in SERVICES and (word not in PEOPLE or not (word[-1] == "s" or word in MANY)):
        return False
    return words[max(at - 1, 0)] not in ("foster", "safeguarding") and not _is_aim_of_work(words, at)


def _is_aim_of_work(words: Sequence[str], at: int) -> bool:
    """Whether the people at this place only stand behind a thing, as those it is for: "plans for all children"."""
    before = at - 1
    while before > 0 and words[before] in WHICH:
        before -= 1
    if before < 1 or words[before] not in ABOUT:
        return False
    thing = words[before - 1]
    if words[max(before - 2, 0)] in ("to", "must", "should", "will", "can"):  # "to plan with"
        return False
    if not thing[-1].isalpha() or thing in TO_THEM:  # a number, or the head of a clause: "For most children, ..."
        return False
    return words[before] != "of" or thing not in SOME_OF
