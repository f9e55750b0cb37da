"""A finding's own words put into the sentences of its code, in the language of the reader."""

from collections.abc import Callable, Mapping

from dvk.messages import Language, Phrase
from dvk.messages.cases import SLIPS
from dvk.messages.of_keys import CHOICES, FORMS, SPELLINGS
from dvk.messages.of_keys.labels import label
from dvk.messages.words import WORDS, word
from dvk.shown import first_ones
from dvk.vietnamese.text import nfc

_MOST_NAMED = 12
_WORDED = {"wanted", "found", "section", "type", "stage", "part", "day_off", "which", "during"}
_REPEATS = {
    "yearly": Phrase("hằng năm", "of every year"),
    "once": Phrase("của một năm", "of one year"),
}
_LIKE = Phrase("{0}, như {1}", "{0}, like {1}")
_OR = Phrase(" hoặc ", " or ")
_AROUND = {
    "near": Phrase("Có phải ý là: {0}?", "Did you mean: {0}?"),
    "write": Phrase("Viết: {0}.", "Write: {0}."),
    "instead": Phrase("Viết: {0}", "Write: {0}"),
    "one_of": Phrase("Một trong: {0}.", "One of: {0}."),
    "value_form": Phrase("Giá trị là {0}.", "Its value: {0}."),
}
"""Words of a finding that make a sentence of their own, which is left out where it has none."""

LEFT_OUT = frozenset(_AROUND)


class _Blank(dict[str, str]):
    """Arguments; what a finding does not say is left out of the sentence."""

    def __missing__(self, key: str) -> str:
        return ""


def filled(template: Phrase, args: Mapping[str, str], language: Language) -> str:
    """The sentence with the words of a finding in it; a proposal at its end is left out where there is none."""
    # What has a name of its own in English, such as a public holiday, has it beside the Vietnamese one.
    english = {name.removesuffix("_en"): value for name, value in args.items() if name.endswith("_en")}
    said = {**args, **(english if language == "en" else {})}
    known = _Blank({name: _worded(name, said, language) for name in said})
    plain = template.to(language)
    text = " ".join(nfc(plain.format_map(known)).split())
    if "{clear}" not in plain or args.get("clear"):
        return text
    shortened = text.rstrip(" :.")
    return f"{shortened}." if " " in shortened else ""


def _worded(name: str, args: Mapping[str, str], language: Language) -> str:
    """One word of a finding as it reads in the language."""
    value = args[name]
    if name in _READ:
        value = _READ[name](args, value, language)
    elif name in _WORDED and value in WORDS:
        value = word(value, language)
    return _AROUND[name].to(language).format(value) if name in _AROUND and value else value


def _problem(args: Mapping[str, str], value: str, language: Language) -> str:
    told = SLIPS[value].to(language) if value in SLIPS else word(value, language)
    return told.format_map(_Blank(args)) if value in SLIPS or value in WORDS else told


def _choices(args: Mapping[str, str], listed: str, language: Language) -> str:
    """The words of a closed list; for a Vietnamese reader each with what it means there."""
    if language == "en":
        return listed
    return ", ".join(_with_meaning(args.get("key", ""), choice) for choice in listed.split(", "))


def _with_meaning(key: str, choice: str) -> str:
    meaning = CHOICES.get(f"{key}.{choice}")
    return f"{choice} ({meaning.vi})" if meaning else choice


def _form(args: Mapping[str, str], form: str, language: Language) -> str:
    """The name of a form of values, with a spelling of it where it has one."""
    del args
    spelling = SPELLINGS.get(form, ("",))[0]
    name = FORMS[form].to(language)
    return _LIKE.to(language).format(name, spelling) if spelling else name


def _first(args: Mapping[str, str], listed: str, language: Language) -> str:
    del args, language
    return first_ones(listed.split(", "), _MOST_NAMED)


def _either(args: Mapping[str, str], proposals: str, language: Language) -> str:
    del args
    return proposals.replace(" / ", _OR.to(language))


def _repeats(args: Mapping[str, str], value: str, language: Language) -> str:
    del args
    return _REPEATS[value].to(language)


def _encoding(args: Mapping[str, str], value: str, language: Language) -> str:
    del args
    return value or word("another_encoding", language)


def _step(args: Mapping[str, str], listed: str, language: Language) -> str:
    del args
    steps = (CHOICES.get(f"step.{name}") for name in listed.split(", "))
    return ", ".join(step.to(language) for step in steps if step) or word(listed, language)


def _lacking(args: Mapping[str, str], listed: str, language: Language) -> str:
    """``huyen-a=overdue`` as ``huyen-a (chưa nộp)``."""
    del args
    pairs = (item.partition("=") for item in listed.split(", "))
    return ", ".join(f"{unit} ({word(state, language)})" if state else unit for unit, _, state in pairs)


def _parts(args: Mapping[str, str], listed: str, language: Language) -> str:
    """``plan.obligations.lock`` as ``khoá sổ``."""
    del args
    named = (word(part, language) if part in WORDS else label(part, language) for part in listed.split(", "))
    return first_ones(list(dict.fromkeys(named)), _MOST_NAMED)


_READ: dict[str, Callable[[Mapping[str, str], str, Language], str]] = {
    "problem": _problem,
    "choices": _choices,
    "one_of": _choices,
    "value_form": _form,
    "clear": _either,
    "write": _either,
    "repeats": _repeats,
    "children": _first,
    "keys": _first,
    "encoding": _encoding,
    "step": _step,
    "steps": _step,
    "before": _step,
    "lacking": _lacking,
    "parts": _parts,
}
"""Arguments that read otherwise than they are stored: all of the arguments, this one, the language → its words."""
