"""Whether a text is English: by the small words that no English sentence does without."""

from __future__ import annotations

from lettersmith.checks.words import listed

SMALL_WORDS = listed(
    """
    the of and is that it for are with at be this have from or had but not what were when we there can your which their
    if will each how them then many some these would has him my been its who our they you she any about into more must
    may should us than because
    """
)
"""The commonest words of English that are not common in another language: a good fifth of any running text."""

OTHER_WORDS = listed(
    """
    y yr yn mae ac ar sydd hefyd bod eich chi ni nhw wedi fydd hwn hon oherwydd neu ond eu ein bydd gyda roedd
    w z na się że jest nie są oraz dla lub przez tak po od za ich jego
    și în la cu din pentru sunt este nu mai sau
    de le les des est dans pour une en ont ils quand leur aux sur avec qui ne pas vous nous ce cette
    el los las del que una por para se su es más
    os das dos em um uma não são ao da desta deste quando pelo pela
    der und das ist nicht mit von ein eine sich auf für
    di che è della dei gli sono
    iyo waa oo ka ku ay ee wuxuu waxay ah uu marka aan ugu
    ve bir bu ile için olarak
    ir yra kad su tai bei kaip kai jos iš
    """
)
"""Common small words of languages spoken here that are no words of English: Welsh, Polish, Romanian, French, Spanish,
Portuguese, German, Italian, Somali, Turkish, Lithuanian."""

FEW = 8
FEW_LETTERS = 3 * FEW
"""A text of fewer words, or letters, is taken for English: a name or label tells nothing."""
OURS = 0.12
"""Share of small English words that makes a text English without a further look."""
THEIRS = 0.15
"""Share of small words of other languages, or of words with letters that English lacks, that makes it another."""
NONE_OURS = 0.03
MANY_WORDS = 20
"""A text of so many different words and hardly any small English one is no English, whatever it is."""
LOOKED_AT = 30
START = 200
"""So many words, and letters, are looked at."""


def is_english(text: str) -> bool:
    """Whether a text is in English. A text of few words, or of names and figures only, is taken to be.

    >>> is_english("Mae plant yn yr ardal yn cael help yn gyflym pan fydd ei angen arnynt.")
    False
    >>> is_english("Children in the area get help quickly when they need it.")
    True
    """
    if text.isascii() and (len(text) < FEW_LETTERS or (text.count(" ") < FEW - 1 and text.isprintable())):
        return True
    start = text[:START]
    if start.count(" the ") + start.count(" and ") + start.count(" of ") > len(start) / 100:
        return True  # most paragraphs, for the tenth part of the time
    words = text.split(None, LOOKED_AT)[:LOOKED_AT]
    ours = sum(map(SMALL_WORDS.__contains__, words))
    if ours >= OURS * len(words) > 0:
        return True
    if _another_script(text):
        return False
    if len(words) < FEW:
        return True
    bare = [word.strip(".,;:!?()'\"“”‘’") for word in words if word.islower()]
    return not _is_other([word for word in bare if word.isalpha()])


def _is_other(words: list[str]) -> bool:
    """Whether words in small letters, of which few are English, are of another language."""
    if len(words) < FEW / 2:
        return False
    ours = sum(map(SMALL_WORDS.__contains__, words)) / len(words)
    theirs = sum(map(OTHER_WORDS.__contains__, words)) / len(words)
    marked = (len(words) - sum(map(str.isascii, words))) / len(words)
    return theirs + marked > max(THEIRS, ours) or (ours < NONE_OURS and len(set(words)) >= MANY_WORDS)


def _another_script(text: str) -> bool:
    """Whether most letters are of another script than ours: Arabic, Cyrillic, Bengali."""
    if text.isascii():
        return False
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter > "\u024f" for letter in letters) > len(letters) / 2
