"""Initials: those that everybody knows, and what those of the field stand for."""

from __future__ import annotations

from lettersmith.checks.words import listed

KNOWN_TO_ALL = listed(
    """
    A&E AIDS BA BBC BC BSL BST BT BSc CBE CCTV CD CV DBE DNA DVD EU FC FM GB GCSE GMT GOV.UK GP HD HIV HM HQ HR IBM ID
    IQ ISBN IT ITV KBE LGBT LGBTQ LTD MA MBA MBE MP MOT MSc NASA NATO NHS NSPCC OAP OBE OK PA PC PDF PE PHD PhD PIN PLC
    PM PO PR PTO QC QPM KC RAF RE RSPCA SIM SMS SOS TV UK UN UNICEF URL US USA USB VAT VIP WC WHO
    AM BMW CEO ChB BEng BMed DPhil LLB LLM MRCP FRCP FRCPCH FRCN OStJ DL JP KCB CB DSO SCI SAT FAQ FRCA DCH MB MD BS BEd
    PGCE RGN NB PS
    """
)
"""Initials that need no explaining, honours and degrees behind a name included."""

STAND_FOR = {
    "ADHD": "attention deficit hyperactivity disorder",
    "ASYE": "assessed and supported year in employment",
    "CAF": "common assessment framework",
    "CAMHS": "child and adolescent mental health services",
    "CCG": "clinical commissioning group",
    "CIN": "child in need",
    "CP": "child protection",
    "CPS": "Crown Prosecution Service",
    "CQC": "Care Quality Commission",
    "CRC": "community rehabilitation company",
    "CRU": "central referral unit",
    "CSE": "child sexual exploitation",
    "DBS": "Disclosure and Barring Service",
    "DCS": "director of children’s services",
    "DfE": "Department for Education",
    "DSL": "designated safeguarding lead",
    "ED": "emergency department",
    "EDT": "emergency duty team",
    "EHC": "education, health and care",
    "EHCP": "education, health and care plan",
    "ESN": "evaluation schedule number",
    "FGM": "female genital mutilation",
    "HMCI": "Her Majesty’s Chief Inspector",
    "HMI": "Her Majesty’s Inspector",
    "HMIC": "Her Majesty’s Inspectorate of Constabulary",
    "HMICFRS": "Her Majesty’s Inspectorate of Constabulary and Fire & Rescue Services",
    "HMIP": "Her Majesty’s Inspectorate of Probation",
    "ICB": "integrated care board",
    "ICPC": "initial child protection conference",
    "IDVA": "independent domestic violence adviser",
    "IRO": "independent reviewing officer",
    "ISVA": "independent sexual violence adviser",
    "JSNA": "joint strategic needs assessment",
    "JTAI": "joint targeted area inspection",
    "LAC": "looked-after children",
    "LADO": "local authority designated officer",
    "LSCB": "Local Safeguarding Children Board",
    "MAPPA": "multi-agency public protection arrangements",
    "MARAC": "multi-agency risk assessment conference",
    "MARF": "multi-agency referral form",
    "MASE": "multi-agency sexual exploitation",
    "MASH": "multi-agency safeguarding hub",
    "NEET": "not in education, employment or training",
    "NPS": "National Probation Service",
    "NRM": "national referral mechanism",
    "PCC": "police and crime commissioner",
    "PCSO": "police community support officer",
    "PCT": "primary care trust",
    "PEP": "personal education plan",
    "PLO": "public law outline",
    "PRU": "pupil referral unit",
    "QA": "quality assurance",
    "RCPC": "review child protection conference",
    "SARC": "sexual assault referral centre",
    "SCR": "serious case review",
    "SEN": "special educational needs",
    "SENCo": "special educational needs coordinator",
    "SEND": "special educational needs and disabilities",
    "SGO": "special guardianship order",
    "TAF": "team around the family",
    "UASC": "unaccompanied asylum-seeking children",
    "VRP": "violence reduction partnership",
    "YJS": "youth justice service",
    "YOS": "youth offending service",
    "YOT": "youth offending team",
}
"""Initials of the field, and their words as they stand in running text."""
