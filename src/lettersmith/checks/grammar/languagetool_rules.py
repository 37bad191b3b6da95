"""Which of LanguageTool's rules are off, and why. Whatever is not named here is on.

Tried on the joint letters, reports and children's summaries of real inspections: a rule is off when what it said there
was mostly wrong, or is an opinion on style. Our own rules have opinions enough.
"""

from __future__ import annotations

OFF_CATEGORIES = frozenset(
    (
        "BRE_STYLE_OXFORD_SPELLING",  # -ize: the house style is -ise
        "STYLE",
        "REDUNDANCY",
        "REPETITIONS_STYLE",
        "PLAIN_ENGLISH",
        "CREATIVE_WRITING",
        "TON_ACADEMIC",
        "WIKIPEDIA",
        "GENDER_NEUTRALITY",
        "TYPOGRAPHY",  # spaces, dashes and quotation marks are for the house style
        "PROPER_NOUNS",  # brands; and Covid-19 is right here
        "COLLOQUIALISMS",
        "TEXT_ANALYSIS",
    )
)

OFF_RULES = frozenset(
    (
        "COMMA_COMPOUND_SENTENCE",  # a comma before "and" with two subjects: open to choice in Britain
        "COMMA_COMPOUND_SENTENCE_2",
        "SOME_FACULTY",  # "many staff" is good English here
        "BACHELOR_ABBR",  # BSc, MSc: no full stops in Britain
        "HYPHEN_TO_EN",
        "THE_LATER_LATTER",  # "the later of" two dates
        "ARTICLE_ADJECTIVE_OF",  # the same
        "UP_TO_DATE_HYPHEN",  # "is up to date" has no hyphens
        "TIME_CRITICAL_HYPHEN",
        "EN_COMPOUNDS_MULTI_DISCIPLINARY",
        "EN_COMPOUNDS_SOUTH_EAST",
        "EN_COMPOUNDS_NORTH_EAST",
        "EN_COMPOUNDS_NORTH_WEST",
        "EN_COMPOUNDS_SOUTH_WEST",
        "EN_COMPOUNDS_WELL_SUPPORTED",  # after a verb there is no hyphen: "feel well supported"
        "EN_COMPOUNDS_WELL_USED",
    )
)

ON_RULES = frozenset(("COMMA_PARENTHESIS_WHITESPACE",))
"""Of a category that is off: spaces before a comma or full stop, or none after it."""

NUMBER_RULES = frozenset(
    (
        "SINGULAR_AGREEMENT_SENT_START",
        "MASS_AGREEMENT",
        "PCT_SINGULAR_NOUN_PLURAL_VERB_AGREEMENT",
    )
)
"""Rules on singular and plural that know no collective noun."""

COLLECTIVES = frozenset(
    """
    agency association authority board body cabinet college commission committee constabulary council department
    executive family force government group hub inspectorate leadership management ministry network organisation panel
    parliament partnership police provider school service staff team trust unit workforce
    """.split()  # noqa: SIM905  (a list of quoted words would be fifty lines)
)
"""One word, many people: with a singular verb or a plural one."""

BREAKS_OFF = "PUNCTUATION_PARAGRAPH_END"
"""The one rule whose advice (a full stop, or an exclamation mark) we do not pass on."""
BREAKS_OFF_MESSAGE = "This paragraph ends without a full stop. Is its end missing?"
