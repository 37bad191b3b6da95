"""Sentences of the kind found in letters and reports, each with one planted slip: `{wrong|right}`. All made up.

Before each sentence stands which engine finds its slip today: H for Harper, L for LanguageTool.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lettersmith.model.grammar import Slip

LINES = """
  : Leaders {has|have} a clear plan for the next year.
L : The social workers {is|are} well supported by their managers.
L : Children {was|were} seen alone and their wishes were recorded.
L : The plan {are|is} reviewed every six weeks.
HL: He {don't|doesn't} know who his social worker is.
L : The findings {shows|show} that risk is understood.
  : Each child {have|has} a named worker.
L : There {is|are} many reasons for the delay.
H : One of the {school|schools} did not reply.
  : These {plan|plans} were not shared with the family.
HL: The police did not {attended|attend} the meeting.
HL: The worker has {went|gone} to see the family.
HL: Staff could {of|have} acted sooner.
HL: The council should {of|have} told the parents.
L : They must {to tell|tell} the police at once.
  : The team will {meets|meet} the family next week.
H : Managers are aware {about|of} the risk.
L : The service is responsible {of|for} these children.
L : Staff look forward to {hear|hearing} from you.
HL: The child was {suppose|supposed} to see a nurse.
HL: {The the|The} plan was agreed on time.
HL: Workers {know know|know} the families well.
HL: The nurse spoke {to to|to} the mother.
H : Inspectors found {that that|that} help came late.
HL: This is {a|an} early sign of neglect.
HL: She is {an|a} good worker.
HL: It took {a|an} hour to find the file.
HL: The board has {an|a} strong chair.
H : The partnership knows {it's|its} strengths.
L : {Its|It's} clear that children are safer now.
H : The service has improved {it's|its} recording.
H : Parents said {there|their} views were heard.
HL: {Their|There} are no delays at the front door.
  : {There|They're} going to change the plan soon.
HL: The effect is better {then|than} it was last year.
  : More children are seen {then|than} before.
L : Help came {to|too} late for this family.
L : It is {to|too} early to see the effect.
HL: The {affect|effect} of the delay was serious.
HL: Delay does not {effect|affect} every child.
  : The {principle|principal} social worker leads the training.
  : Staff {loose|lose} track of the child.
L : The {advise|advice} was clear.
  : Leaders {advice|advise} schools well.
  : The team {lead|led} the work last year.
  : Risk was not {past|passed} on to the police.
  : The meeting was {hold|held} in May.
L : You can complain if {your|you're} not happy.
  : Tell us if {your|you're} unhappy with this letter.
HL: They {where|were} not told about the visit.
L : The child {who's|whose} plan was late is now safe.
  : Workers {past|passed} the file on late.
  : Schools {except|accept} that more can be done.
  : The report sets out {are|our} findings.
HL: The police are told {wether|whether} or not they attend.
HL: We {recieved|received} the report late.
HL: The {goverment|government} wrote to the council.
HL: Leaders {definately|definitely} know their area.
HL: The council has {acheived|achieved} a lot.
HL: {Seperate|Separate} meetings were held.
HL: The {comittee|committee} met twice.
HL: There was no {occurence|occurrence} of harm.
HL: Staff had {accomodation|accommodation} ready.
HL: The work is {neccessary|necessary} and urgent.
HL: Help is {offerred|offered} early.
HL: The plan was {writen|written} by the nurse.
HL: Inspectors {beleive|believe} that risk is known.
HL: The {enviroment|environment} at home was poor.
HL: The council is {commited|committed} to change.
HL: Leaders are {begining|beginning} to act.
HL: The child's {behavior|behaviour} changed.
HL: The youth {center|centre} is open each night.
L : Staff {analyze|analyse} what they find.
HL: The council will {fulfill|fulfil} its duty.
HL: The {defense|defence} team was told.
HL: The programme is {labeled|labelled} as new.
  : Health visitors {practice|practise} what they learn.
HL: The {childrens|children's} needs are met.
HL: Many {childs|children} waited for help.
HL: The {womens|women's} refuge is full.
HL: The {plan ,|plan,} which is new, works.
L : Children are {safe .|safe.}
HL: The plan {works,but|works, but} slowly.
HL: {we|We} found that help comes early.
HL: The visit was on {monday|Monday}.
HL: The letter was sent in {may|May} 2017.
HL: {Every body|Everybody} knows the plan.
HL: The families work well {to gether|together}.
HL: The nurse saw the child {infront|in front} of her mother.
HL: {Alot|A lot} of children wait too long.
HL: {Infact|In fact}, few children were seen.
L : The risk has {bee|been} understood for a year.
HL: Help is being {gave|given} early.
HL: The plan was {wrote|written} in May.
  : Most {off|of} the children are safe.
HL: The work is {apart|a part} of a wider plan.
L : She explained the reasons to {he|him}.
L : {Me and the worker|The worker and I} met twice.
HL: Their {caseload's|caseloads} are high.
  : The two {agency's|agencies} work together.
"""


class Planted(NamedTuple):
    """One sentence with its slip, and without."""

    wrong: str
    right: str
    start: int
    """Where the slip begins in the wrong sentence."""
    end: int
    by: frozenset[str]
    """The engines that find it."""

    def touches(self, slip: Slip) -> bool:
        """Whether an engine's slip is about the planted one."""
        return slip.start <= self.end and self.start <= slip.end


def _apart(line: str) -> Planted:
    found = re.fullmatch(r"([HL]*) *: (.*)\{(.*)\|(.*)\}(.*)", line)
    assert found, line
    engines, before, wrong, right, after = found.groups()
    by = frozenset({"H": "harper", "L": "languagetool"}[letter] for letter in engines)
    return Planted(before + wrong + after, before + right + after, len(before), len(before + wrong), by)


PLANTED = [_apart(line) for line in LINES.strip("\n").splitlines()]
