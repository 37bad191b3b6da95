"""Which of Harper's rules are kept. Whatever is not named here is off, new rules of a later Harper too.

Harper has more than 900 rules: brands and capitals of the world, idioms, the words of programmers, opinions on style.
Kept are those that catch a slip which people make in letters and reports, and that said nothing wrong of the real
letters, reports and summaries on which they were tried. Off for what they said there: `MissingTo` ("needs are met"),
`TheyToThem`, `ToTwoToo`, `InflectedVerbAfterTo`, `MissingPreposition`, `MassNouns`, `WhomSubjectOfVerb`,
`CompoundNouns` ("south east"), `OrthographicConsistency`, `DisjointPrefixes` and `PossessiveNoun`; and, as opinions,
`OxfordComma`, `LongSentences`, `CondenseAllThe`, `AvoidAndAlso`, `Excellent`, `MoreAdjective` and their like.
"""

from __future__ import annotations

SPELLING = frozenset(("SpellCheck", "SplitWords", "WrongNegative"))
"""Rules whose slip is one word that is not in Harper's dictionary."""

_SLIPS = """
AnA AnAnother AnotherAn AnotherOnes AnotherThings RepeatedWords RedundantThat SentenceCapitalization
CapitalizePersonalPronouns Months NumberSuffixCapitalization CorrectNumberSuffix PluralDecades WrongApostrophe
TransposedSpace MergeWords CommaFixes InThe ToTo TheTheToThatThe TheAnother TheMy The SingleBe DoubleModal
"""
"""Doubled words, a and an, capitals, spaces and marks."""

_FORMS = """
DidPast HelpedPast SimplePastToPastParticiple RegularIrregulars WillNonLemma WillContain WentAheadAndAgreement
IsBeenAuxSequence ProgressiveNeedsBe ModalBeAdjective ModalSeem ModalOf HadOf IfWouldve WantBe BeAllowed BeBiased
BeConcerned BePrejudiced BeShocked BeWorried GetUsedTo UseToUsedTo SupposedTo IsKnownFor NowKnownAs LetToDo MakeItSeem
LookingForwardTo LooksLikes AllowTo NotBeAfterNot ThereMissingIsClause Respond ThreatenVerb ComplainAsNoun
AdjectiveDoubleDegree MoreBetter LessWorse WorseOrWorst SubjunctiveWasToWere ToAdverb ToWorryAbout WishCould WorthToDo
"""
"""Wrong forms of words."""

_AGREEMENT = """
PronounVerbAgreement PronounInflectionBe IAmAgreement IDo HeDos HavePronoun ThereIsAgreement OneOfTheSingular
NominalWants QuantifierNumeralConflict CompoundSubjectI SubjectPronoun CriteriaPhenomena HumanBeings MakeSense
ThisTypeOfThing MostOfTheTimes InThisThatRegard InDetail HighLowStandards LevelOfDetails PartsOfSpeech PointsOfView
"""
"""Words that must go together."""

_CONFUSED = """
TheirToThere TheirToTheyre ThereToTheir ThereOwn Theres TheyreToTheir TheyreConfusions ItsContraction ItsPossessive
PossessiveYour YourPredicateAdjective ThenThan ThatThan WereWhere ToTooIdioms TooTo WayTooAdjective ToLoseTooLoose
NounVerbConfusion PrincipleToPrincipalRoleNoun BellowBelow BoarderBorder CeaseTo ConfirmThat Confident ExtendOrExtent
EludedTo FlauntForFlout QuiteQuiet RegimenRegiment RelayOnForRely SafeToSave SaveToSafe SeamToSeem SummarySummery
ThesesThese TheWhetherWeather ThoughThought ThoughtProcess ThingThink WaistWaste WasAloud ColdModalTypo DoToDueTo
DoesOrDose FeelFell FindFine ForNoun NotIn NotOnly NoLonger EverEvery EverSince Everyday GetPassGoPass HavePassed
PronounKnew ItCan BeenThere GoingTo CanBeSeen AtLeasToLeast AtLestToLeast ApartFrom APart AllReady AllThough BareInMind
BareWithMe DueDiligence InDueCourse ExceptOf DespiteOf DespiteItIs FormativeYears OfCourse OughtToBe PeaceOfMind
PleasRequestVerb SoughtAfter StatuteOfLimitations TheDifferenceBetween ThrowAway TrialAndError WreakHavoc FreeRein
MootPoint LetAlone OneAndTheSame HomeInOn ByAccident PerSe EnRoute EnMasse EachOthersPossessive ElsePossessive
SomebodyElses LetsConfusion PronounContraction KnowNothingVerb Cant
"""
"""One word in another's place."""

_WHOLE = """
OpenCompounds EveryTime ALongTime AWhile AfterAWhile AfterAll Alongside Anybody Anyhow Anywhere Beforehand Everybody
Everywhere Furthermore Henceforth Insofar Instead InsteadOf LikelyHood Likewise Lifetime Meanwhile Misspell
Misunderstand Misunderstood Misuse Misused Myself Nobody Nonetheless Notwithstanding Nowadays Nowhere Regardless
Shortcoming Shortcomings Somebody Somehow Someone Somewhere Straightforward Themself Therefore Therein
ThereAfterCompound Whereas Widespread Without Worldwide Worthwhile Yourself Itself OnesSelf ScapeGoat Handful
"""
"""Words written apart that are one, and the other way round."""

_PREPOSITIONS = """
AccuseOf AdvantageOf ArriveTo AsComparedTo AsFollows AsLongAs AsMuchAs AsOpposedTo AspireTo AwaitFor AwareOf BewareOf
ComfortableWith CommitmentTo ComprisesOf ConstituteAs Discuss GetRidOf GoodAt Impressed InNeedOf InLieuOf InspiredBy
InterestedIn LookForwardTo OnTopOf PassionateAbout ReasonForDoing ResponsibilityFor ResponsibleFor SameAs
SimilarLike SinceDuration TakeCareOf TakePrideIn ThinkKnowOff UnderneathOf AskNoPreposition AllIntentsAndPurposes
AtTheExpenseOf ByExtension InHindsight InTheFirstPlace LookInto MakeDoWith OnceInAWhile PlayAFactor SufficeItToSay
"""
"""The small word that belongs to another."""

KEEP = SPELLING.union(*(group.split() for group in (_SLIPS, _FORMS, _AGREEMENT, _CONFUSED, _WHOLE, _PREPOSITIONS)))
