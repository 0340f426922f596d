"""The 20,000 words that the corpus is written in, the most frequent first."""

import random

SIZE = 20000
SEED = 20261121

COMMON = """the and to of a in for you is with your our are on we can or at be by will from who this as it
have not all an if may that more has please they was their any which us when each out do about into
where than""".split()

# What directories of services talk about: frequent after the common words.
SUBJECTS = """help support family advice people community children centre free group local home health
young older adults carers services activities sessions weekly monthly drop appointment referral phone
email website venue hall church library school college park garden kitchen lunch breakfast coffee
friendship befriending social isolation loneliness walking swimming dancing singing painting knitting
sewing cooking gardening cycling running football cricket rugby tennis bowls yoga pilates gym sport
exercise falls balance wellbeing mindfulness counselling therapy listening anxiety depression
bereavement grief dementia memory stroke cancer diabetes asthma arthritis epilepsy pain sight hearing
deaf blind speech language autism dyslexia disability wheelchair accessible transport minibus bus lift
shopping meals food bank pantry clothing furniture housing homeless hostel tenancy repairs energy
heating bills debt money benefits pension tax employment jobs training apprenticeship skills digital
computer internet reading writing maths english homework tuition nursery playgroup toddlers babies
pregnancy midwife parents fathers mothers grandparents fostering adoption siblings twins youth teenage
mentoring volunteering charity donation legal rights immigration asylum refugee interpreting
translation women men veterans prison probation safety abuse crime victims addiction alcohol drugs
smoking sleep nutrition dentist doctor nurse pharmacy optician hospital clinic discharge respite
museum gallery theatre cinema music choir drama heritage wildlife allotment holiday summer evening
weekend morning afternoon""".split()

STARTS = "b c d f g h l m n p r s t v w bl br ch cl cr dr fl gl gr pl pr sc sh sp st th tr".split()
VOWELS = "a e i o u ai ea ee ie oa oo ou".split()
CLOSES = ["", "", "", "d", "l", "m", "n", "r", "s", "t", "ck", "nd", "ng", "nt", "rd", "st"]
ENDINGS = ["", "", "", "", "ing", "ed", "er", "ion", "al", "ly", "ness", "s"]


def syllable(random_):
    return random_.choice(STARTS) + random_.choice(VOWELS) + random_.choice(CLOSES)


def invented_word(random_):
    syllables = random_.choice((1, 2, 2, 2, 3, 3))
    return "".join(syllable(random_) for _ in range(syllables)) + random_.choice(ENDINGS)


def vocabulary():
    """Always the same words: the seeds of corpus and questions only choose among them."""
    random_ = random.Random(SEED)
    words = dict.fromkeys(COMMON + SUBJECTS)
    while len(words) < SIZE:
        word = invented_word(random_)
        if 4 <= len(word) <= 16:
            words.setdefault(word)
    return list(words)
