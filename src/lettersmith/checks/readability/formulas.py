"""The formulas of readability: each a pure function of counts.

Names of the counts, in all of them: `words`, `sentences`, `syllables`; `letters` and digits; `polysyllables`, words of
three syllables or more; `monosyllables`, words of one; `long_words`, words of more than six letters; `hard`, words that
the measure calls hard; `unfamiliar`, words that are not on the measure's list. Words and sentences are at least 1.
"""

from __future__ import annotations

from math import sqrt


def flesch(words: int, sentences: int, syllables: int) -> float:
    """Flesch Reading Ease: 100 very easy, 60 plain, 30 hard.

    Formula: 206.835 - 1.015 words/sentences - 84.6 syllables/words (Flesch, 1948, A new readability yardstick).

    >>> round(flesch(201, 8, 304), 2)
    53.38
    """
    return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words


def flesch_kincaid(words: int, sentences: int, syllables: int) -> float:
    """The Flesch-Kincaid grade: years of American school. A British reading age is about grade + 5.

    Formula: 0.39 words/sentences + 11.8 syllables/words - 15.59 (Kincaid, Fishburne, Rogers and Chissom, 1975,
    Derivation of new readability formulas for Navy enlisted personnel).

    >>> round(flesch_kincaid(201, 8, 304), 2)
    12.06
    """
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def smog(sentences: int, polysyllables: int) -> float:
    """The SMOG grade: years of school needed to understand the whole of a text.

    Formula: 1.0430 sqrt(30 polysyllables/sentences) + 3.1291 (McLaughlin, 1969, SMOG grading). Made for thirty
    sentences; an estimate for fewer.

    >>> round(smog(8, 23), 2)
    12.82
    """
    return 1.0430 * sqrt(30 * polysyllables / sentences) + 3.1291


def fog(words: int, sentences: int, hard: int) -> float:
    """The Gunning Fog index: years of school.

    Formula: 0.4 (words/sentences + 100 hard/words) (Gunning, 1952, The technique of clear writing). Hard are words of
    three syllables or more, without proper nouns, easy compounds, and endings -es, -ed, -ing.

    >>> round(fog(201, 8, 22), 2)
    14.43
    """
    return 0.4 * (words / sentences + 100 * hard / words)


def coleman_liau(words: int, sentences: int, letters: int) -> float:
    """The Coleman-Liau index: American grade, by letters instead of syllables.

    Formula: 0.0588 letters per 100 words - 0.296 sentences per 100 words - 15.8 (Coleman and Liau, 1975, A computer
    readability formula designed for machine scoring).

    >>> round(coleman_liau(201, 8, 884), 2)
    8.88
    """
    return 0.0588 * 100 * letters / words - 0.296 * 100 * sentences / words - 15.8


def ari(words: int, sentences: int, letters: int) -> float:
    """The Automated Readability Index: American grade. Letters and digits count, marks do not.

    Formula: 4.71 letters/words + 0.5 words/sentences - 21.43 (Senter and Smith, 1967, Automated readability index).

    >>> round(ari(201, 8, 884), 2)
    11.85
    """
    return 4.71 * letters / words + 0.5 * words / sentences - 21.43


def dale_chall(words: int, sentences: int, unfamiliar: int) -> float:
    """The Dale-Chall raw score: up to 4.9 is grade 4 and below, 5.0 to 5.9 is grades 5 and 6, and so on.

    Formula: 0.1579 per cent unfamiliar + 0.0496 words/sentences + 3.6365 (Dale and Chall, 1948, A formula for
    predicting readability). Unfamiliar are words outside their list of 3,000; regular inflections of its words
    are familiar. The list itself is not ours to give: bring the count.

    >>> round(dale_chall(131, 9, 20), 2)
    6.77
    """
    return 0.1579 * 100 * unfamiliar / words + 0.0496 * words / sentences + 3.6365


def spache(words: int, sentences: int, unfamiliar: int) -> float:
    """The Spache grade, revised, for texts below the fourth grade.

    Formula: 0.121 words/sentences + 0.082 per cent unfamiliar + 0.659 (Spache, 1974, Good reading for poor readers).
    Unfamiliar words are counted once each, and are those outside its own list, which is not ours to give.

    >>> round(spache(30, 2, 6), 3), round(spache(30, 2, 0), 3)
    (4.114, 2.474)
    """
    return 0.121 * words / sentences + 0.082 * 100 * unfamiliar / words + 0.659


def forcast(words: int, monosyllables: int) -> float:
    """The FORCAST grade: it asks nothing of sentences, so it suits forms and lists.

    Formula: 20 - N/10, N words of one syllable in 150 words (Caylor, Sticht, Fox and Ford, 1973, Methodologies for
    determining reading requirements of military occupational specialties).

    >>> forcast(150, 96), forcast(150, 79), forcast(150, 109)
    (10.4, 12.1, 9.1)
    """
    return 20 - 150 * monosyllables / words / 10


def lix(words: int, sentences: int, long_words: int) -> float:
    """LIX: under 30 very easy, 40 plain, 60 very hard; for any language of Europe.

    Formula: words/sentences + 100 long words/words (Björnsson, 1968, Läsbarhet). Long: more than six letters.

    >>> round(lix(490582, 48544, 70206))
    24
    """
    return words / sentences + 100 * long_words / words


def rix(sentences: int, long_words: int) -> float:
    """RIX: long words in a sentence; 2.4 is grade 7, 7.2 and more is college.

    Formula: long words/sentences (Anderson, 1983, Lix and Rix).

    >>> rix(10, 24)
    2.4
    """
    return long_words / sentences
