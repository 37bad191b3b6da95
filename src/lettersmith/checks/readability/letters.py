"""The syllables of a word that no table knows, by its letters alone."""

from __future__ import annotations

import re

VOWELS = re.compile(r"[aeiouy]+")

MORE = re.compile(
    r"[^ctsxgq]i[ao](?!us$)(?!(?<=[ln]io)n)|[ct]iat|[^aeiou]ious$|iu|[^tcsh]ien|(?<![qg])ua|[aeouy]ing|(?<!^d)ism(?![ae])"
    r"|(?<!g)eo(?!ple|us)|geo(?![nru])|crea(?=t)|rea(?=l[ilt])|..[^aeiou]ea$|oa$|area|[aeiou]y(?!e[ds]?$)[aeiou]"
    r"|(?<!q)uie|uou|[^aeiou]ie(?=(?:r|rs|st)$)|[ao]ue(?=r)|^mc(?=[^k])|^mac(?=[ck])"
)
"""Neighbouring vowels that are spoken apart: "client", "evaluate", "being"; and syllables without a vowel."""

LESS = re.compile(
    r"(?<=[^aeiouy])e$|(?<=[gq]u)es?$|(?<=[^aeioutdy])ed$|(?<=[^aeiousxzcg])(?<!sh)(?<!ch)(?<!.[^aeiouyl]l)es$"
    r"|(?<=[^aeiou])e(?=(?:ly|ment|ments|ful|fully|less|ness|some|thing|where|one|body|work|works|worker|workers)$)"
    r"|(?<=for)e(?=[^aeiour])|(?<=hom)e(?=[^aeiorly])|[cgst]iou"
)
"""Vowels that are written and not spoken: the e of "made", "helped", "safely"."""

SPOKEN_LE = re.compile(r"[^aeiouyl]l(?:e|ed)$")
"""Endings such as that of "table" have a spoken e, which LESS takes away."""


def by_letters(word: str) -> int:
    """The syllables of one word in small letters: at least one.

    >>> [by_letters(word) for word in ("safely", "table", "helped", "client", "mcallister")]
    [2, 2, 1, 2, 4]
    """
    count = len(VOWELS.findall(word)) + len(MORE.findall(word)) - len(LESS.findall(word))
    return max(1, count + 1 if SPOKEN_LE.search(word) else count)
