"""Universal parts of speech (`NOUN`, `AUX`, ...) as Penn tags, with words where Penn tags do not tell them apart."""

from __future__ import annotations

import re

from lettersmith.checks.style.compiled import Unfit

TAGS = {
    "ADJ": "JJ|JJR|JJS",
    "ADP": "IN|RP",
    "ADV": "RB|RBR|RBS|WRB",
    "AUX": "MD|VB|VBD|VBG|VBN|VBP|VBZ",
    "CCONJ": "CC",
    "DET": r"DT|PDT|WDT|WP\$",
    "INTJ": "UH",
    "NOUN": "NN|NNS",
    "NUM": "CD",
    "PART": "TO|RP|POS",
    "PRON": r"PRP|PRP\$|WP|EX",
    "PROPN": "NNP|NNPS",
    "PUNCT": r"[.,:]|''|``|-LRB-|-RRB-|\(|\)",
    "SCONJ": "IN|WRB",
    "SYM": r"SYM|\$|#",
    "VERB": "VB|VBD|VBG|VBN|VBP|VBZ",
    "X": "FW|LS",
}
_AUX = """
am is are was were be been being have has had having do does did doing will would shall should can could may might must
ought 's 're 'm 've 'll 'd
"""
_SCONJ = """
after although as because before even if since so than that though unless until when whenever where whereas wherever
whether while why how
"""
WORDS = {"AUX": tuple(_AUX.split()), "SCONJ": tuple(_SCONJ.split())}


def penn(upos: str) -> str:
    """The pattern of Penn tags for one or several universal ones, joined by `|`. Raises Unfit for an unknown one."""
    names = [name.strip().upper() for name in upos.split("|")]
    for name in names:
        if name not in TAGS:
            raise Unfit(f"“{name}” is no universal part of speech. They are: {', '.join(TAGS)}.")
    return f"^(?:{'|'.join(TAGS[name] for name in names)})$"


def words_of(upos: str) -> str:
    """The pattern of words that are meant; empty for any word."""
    names = [name.strip().upper() for name in upos.split("|")]
    if not all(name in WORDS for name in names):
        return ""
    return f"^(?:{'|'.join(re.escape(word) for name in names for word in WORDS[name])})$"
