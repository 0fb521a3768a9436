"""Where reported words end: before what the speaker did next, "said the vote was unfair **and demanded** a recount"."""

from regesta.annotate.speech.attribution import Scene
from regesta.annotate.speech.cues import can_speak
from regesta.annotate.speech.stray_verbs import is_stray
from regesta.annotate.speech.subjects import subject_of
from regesta.model.span import Span

DEED_TAGS = frozenset({"VBD", "VBN", "VBG", "VBZ"})
JOINING = frozenset({",", ";"})


def without_own_deeds(scene: Scene, part: Span) -> Span:
    """Return reported words up to the first verb in them that is the speaker's own, with what joins it left out."""
    parse = scene.parse
    tokens = parse.tokens_in(part)
    for verb in tokens[2:]:
        if is_own_deed(scene, verb, tokens.start):
            last = verb - 1
            while last > tokens.start and (parse.deps[last] in {"cc", "advmod"} or parse.words[last] in JOINING):
                last -= 1
            return Span(part.start, parse.ends[last])
    return part


def is_own_deed(scene: Scene, verb: int, first: int) -> bool:
    """Tell whether a verb in reported words is what their speaker did next, as he did not say it of their subject.

    Args:
        scene: The article, laid out for attribution.
        verb: The verb.
        first: First token of the reported words, in which the verb beside it stands.
    """
    parse, head = scene.parse, scene.parse.heads[verb]
    if parse.tags[verb] not in DEED_TAGS or parse.deps[verb] != "conj" or not is_main(scene, head, first):
        return False
    if parse.lemmas[verb] not in scene.words.verbs or parse.governs(verb, "nsubj", "nsubjpass", "aux", "auxpass"):
        return False
    if parse.lemmas[verb - 1] != "and":
        return False
    subject = subject_of(parse, head)
    return is_stray(parse, verb) or (subject is not None and not can_speak(parse, subject, scene.words))


def is_main(scene: Scene, verb: int, first: int) -> bool:
    """Tell whether a verb heads the reported words that begin at the token `first`, under the verb of speech."""
    parse = scene.parse
    return parse.deps[verb] == "ccomp" and parse.heads[verb] < first <= verb
