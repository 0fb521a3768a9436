"""Words that steer how an actor's noun phrase is read."""

PREPOSITIONS = frozenset(
    {"of", "in", "to", "for", "from", "at", "with", "against", "on", "by", "near", "between", "among", "over", "across"}
)
STOPS = frozenset({"who", "which", "that", "whose", "where", "wearing", "led", ","})
OWNING = frozenset({"of", "for"})
LOCATING = frozenset({"in", "from", "at", "near", "across"})
MARKS = frozenset({"'s", "’s", "'", "’", '"', "“", "”", "(", ")", "``", "''"})
DIRECTIONS = frozenset({"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west"})
# Ordinary words that are names of large towns or provinces too ("Drug" is Durg, "First" is Aden); before another word
# they are just words. They stand in newswire more often without a capital than with one, or in names of agencies.
PLAIN_NAMES = frozenset(
    {
        "acre", "basic", "bend", "bona", "bone", "capital", "centre", "coast", "dining", "downtown", "drug", "dual",
        "erode", "federal", "first", "gold", "grenade", "independence", "islands", "kilo", "lest", "luck", "maritime",
        "metro", "name", "oral", "oriental", "panda", "paradise", "pare", "region", "rest", "roles", "sale", "salt",
        "shaping", "sides", "solo", "soul", "spoken", "surprise", "tape", "torn", "tour", "tours", "turn",
    }
)  # fmt: skip
# "South American" is of no state; "American" alone is.
AREAS = frozenset({"south", "latin", "central", "north"})
CONTINENTS = frozenset({"american", "americans", "america", "african"})
AREA_NOUNS = frozenset({"state", "province", "region", "county", "governorate", "city", "town", "republic", "kingdom"})
FORMER = frozenset({"former", "ex", "retired", "ousted", "deposed"})
FORMER_OFFICES = frozenset(
    {"GOV", "LEG", "MIL", "JUD"}
)  # who has left these is of the elite; others stay what they are
# Words before the head of a body that say he is not its first; and of which body, they do not tell.
DEPUTIES = frozenset({"deputy", "vice", "assistant", "acting", "-"})
TITLES = frozenset({"secretary general", "chief executive"})
HEADS = TITLES | {"chairman", "chairwoman", "chairperson", "deputy"}  # of bodies of any sector
# Adjectives before a party's name that are no part of it, also with a capital.
STANDING = frozenset({"ruling", "govern", "governing", "main", "rival", "former", "radical", "moderate", "opposition"})
COUNTERS = frozenset({"many", "several", "some", "few", "ordinary", "young", "most", "two", "three", "four", "five"})
# Nouns before "of" that say how many are meant, by lemma and in the plural: "dozens of Syrians".
QUANTITIES = frozenset(
    {
        "dozen", "dozens", "score", "scores", "hundred", "hundreds", "thousand", "thousands", "million", "millions",
        "tens", "number", "numbers", "majority", "handful", "half", "third", "quarter", "most", "many", "some",
        "several", "few", "percent", "generation", "generations", "crowd", "crowds", "group", "groups",
    }
)  # fmt: skip
# "pro-Russian separatists", "Iran-backed militia": the name says whom they are for or who is behind them, not whose
# they are.
STANCES = frozenset({"pro", "anti", "inter", "pan", "non", "counter", "trans"})
BACKERS = frozenset(
    {
        "backed", "supported", "sponsored", "funded", "trained", "armed", "born", "brokered", "mediated", "speaking",
        "made",
    }
)  # fmt: skip
# Nouns for somebody of another state than the one named with them: "Iran's ally".
RELATED = frozenset({
    "ally", "rival", "archrival", "foe", "enemy", "adversary", "neighbor", "neighbour", "opponent", "critic", "friend",
    "partner",
})  # fmt: skip
# Nouns that take the sector of what they lead, speak or work for: "Hamas leader", "army spokesman".
GENERIC = frozenset(
    {
        "leader", "spokesman", "spokeswoman", "spokesperson", "official", "chief", "head", "secretary",
        "representative", "member", "delegate", "negotiator", "chairman", "chairwoman", "chairperson",
        "director", "source", "commander", "officer", "fighter",
        "supporter", "activist", "delegation", "leadership", "group", "movement", "organization",
        "organisation", "side", "commissioner", "adviser", "advisor", "aide", "deputy", "general secretary",
        "secretary general", "mission", "faction", "president", "candidate", "authority", "vice president",
        "chief executive", "deputy chief", "director general", "deputy president",
    }
)  # fmt: skip
# Actor nouns that before another noun are adjectives: "local authorities".
ADJECTIVES = frozenset({"local", "national", "native", "moderate", "radical", "liberal", "conservative", "faithful"})
# Nouns that stand for the state itself.
STATE_NOUNS = frozenset(
    {
        "government", "authority", "administration", "regime", "leadership", "state", "country", "nation", "republic",
        "kingdom", "leader", "cabinet", "official", "interim government", "coalition government", "monarchy",
        "neighbor", "neighbour", "ally", "archrival", "superpower", "federal government", "delegation", "side",
    }
)  # fmt: skip
COUNTRIES = frozenset({"country", "nation", "state", "republic", "kingdom"})  # what no union of states is
# Nouns that in the plural, or counted, belong to several states ("both countries"), as do those with the modifiers
# below ("Western envoys").
COUNTRY_NOUNS = frozenset(
    {
        "country", "nation", "state", "neighbor", "neighbour", "ally", "government", "president", "leader", "minister",
        "foreign minister", "prime minister", "head", "superpower", "republic", "delegation", "side", "party",
    }
)  # fmt: skip
SEVERAL = frozenset({"two", "three", "four", "five", "both", "neither", "either", "each", "other", "another", "their"})
FOREIGN = frozenset(
    {
        "foreign", "western", "european", "african", "asian", "arab", "nordic", "caribbean", "baltic",
        "international", "global", "world", "allied", "neighboring", "neighbouring", "multinational",
    }
)  # fmt: skip
# Those that tell of a court or parliament that many states have together, parts of the world only in a title; and of
# any body.
REGIONAL = frozenset({"european", "african", "asian", "arab", "nordic", "caribbean", "baltic"})
MULTINATIONAL = FOREIGN - REGIONAL - {"foreign", "western", "neighboring", "neighbouring"}
JOINT = frozenset({"international", "multinational", "multilateral", "intergovernmental"})
# "foreign" before these belongs to them: "the foreign affairs committee".
FOREIGN_TOPICS = frozenset(
    ("foreign", topic)
    for topic in (
        "affair", "affairs", "policy", "relations", "trade", "minister", "ministry", "secretary", "office", "service",
    )
)  # fmt: skip
# Sectors whose leaders, in the plural, may well be of one state: "party leaders".
WITHIN_STATE = frozenset({"PTY", "OPP", "REB", "REL", "LAB", "BUS", "CRM", "SOC"})
# Nouns whose place is not their state: an embassy in Moscow, troops in Lebanon.
ABROAD = frozenset({"ambassador", "embassy", "envoy", "consul", "consulate", "diplomat", "mission", "peacekeeper"})
OF_OTHERS = frozenset({"ally", "neighbor", "neighbour"})  # who is not of the state that an article is about
# Nouns that behind an organisation's name say only what kind it is: "the Hamas movement", "the NATO alliance", and, in
# the plural, those who fight for an armed group: "Hezbollah guerrillas".
KINDS = frozenset(
    {
        "movement", "group", "organization", "organisation", "militia", "party", "network", "alliance", "cartel",
        "gang", "syndicate", "company", "firm", "corporation", "conglomerate", "airline", "newspaper", "daily",
        "agency", "broadcaster", "charity", "tribe",
    }
)  # fmt: skip
UNION_KINDS = frozenset({"alliance", "bloc", "cartel", "grouping"})
FIGHTERS = frozenset(
    {
        "fighter", "rebel", "militant", "guerrilla", "gunman", "insurgent", "terrorist", "extremist",
        "radical", "jihadist", "militiaman",
    }
)  # fmt: skip
POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your", "'s", "’s"})
# Nouns that stand in a relation to their possessor rather than under him.
RELATIONAL = frozenset({"counterpart", "opponent", "rival", "enemy", "ally", "foe", "neighbor", "neighbour", "source"})
OFFICES = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "IGO", "PTY", "REB", "OPP", "REL", "ELI", "NGO"})
OF_ONE_STATE = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY"})  # sectors of what is of some state
ORGANS = frozenset({"LEG", "JUD"})  # sectors that states and unions of states have alike
ETHNIC = "ethnic"
MINORITIES = frozenset({"minority", "community", "diaspora"})  # of a people, in another state than its own
UNIDENTIFIED = frozenset({"unidentified", "unknown", "unnamed", "masked"})
