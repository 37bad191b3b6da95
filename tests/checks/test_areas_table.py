"""The table of councils and districts."""

from __future__ import annotations

from lettersmith.data import read_areas


def test_every_authority_and_district_is_there_once() -> None:
    areas = read_areas()
    assert sum(area.childrens_services for area in areas) == 153
    assert sum(area.type == "District" for area in areas) == 164
    assert len({area.name for area in areas}) == len(areas) == 320


def test_every_district_has_its_county() -> None:
    areas = read_areas()
    counties = {area.name for area in areas if area.type == "County"}
    assert all((area.county in counties) == (area.type == "District") for area in areas)


def test_some_districts_are_in_the_right_county() -> None:
    county = {area.name: area.county for area in read_areas()}
    assert [county[name] for name in ("Winchester", "Ipswich", "Stevenage", "Rugby", "Lancaster", "Leeds")] == [
        "Hampshire",
        "Suffolk",
        "Hertfordshire",
        "Warwickshire",
        "Lancashire",
        "",
    ]
