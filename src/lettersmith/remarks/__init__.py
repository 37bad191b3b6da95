"""Remarks to a reader; one file a way of showing them."""

FORMATS = {"text": "text", "line": "line", "json": "json_v1", "sarif": "sarif", "html": "html"}
"""Every way of showing reviews: the word after `--format`, and the module here whose `show_reviews(reviews, *, unread)`
gives the whole text. Each is imported when it is first used. `text` and `json_v1` also `show` remarks without a review.
"""
