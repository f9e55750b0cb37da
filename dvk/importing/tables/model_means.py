"""With whom, with what and when a model is carried out, and the stages that it reached."""

import re

from dvk.importing.paper import Line
from dvk.importing.quoted import Draft, Quoted, quoted
from dvk.importing.tables.entry import Entry, Fields
from dvk.importing.tables.means_in_words import partners_in, shares_of
from dvk.importing.tables.money_units import in_dong
from dvk.importing.tables.named import Named
from dvk.importing.tables.targets import UNREAD_NUMBER
from dvk.importing.tables.written import DAY, amount_of, iso_day, number_of, plain_words
from dvk.messages.words import word

_STAGES = ("registered", "carried_out", "recognised", "typical", "rewarded", "dropped")
STAGES = {word(name, "vi"): name for name in _STAGES}
"""The stages of a model by the words for them."""

_LEAD = re.compile(r"(.+) \(chủ trì\): (.+)")
_PARTNER = re.compile(r"(.+?) \(phối hợp\)(?:: (.+))?")
_IN_WORDS = re.compile(r"(.*?đồng) \(.*\)\.?")
_DAYS_OF_WORK, _IN_KIND = "Ngày công: ", "Hiện vật: "
_STEP = re.compile(rf"(?:từ (?P<start>{DAY}))? ?(?:đến (?P<end>{DAY}))?: (?P<work>.+)", re.IGNORECASE)
_STAGE = re.compile(rf"(?P<stage>[^:]+): ngày (?P<day>{DAY})(?P<rest>.*)")
_OF_STAGE = re.compile(r"(?:; cấp: (?P<level>.+?))?(?:; quyết định: (?P<decision>.+?))?(?:; lý do: (?P<reason>.+))?")
_IN_A_ROW = re.compile(r"((?:, [^(]+?)?)(?: \((.+)\))?")


def forces_of(entry: Entry, _named: Named) -> Fields:
    """What the lead does, and who works along; a line that says neither is a partner."""
    made: Fields = {}
    partners: list[Draft] = []
    for line in entry.lines("forces"):
        words = plain_words(line.text).removeprefix("- ")
        if lead := _LEAD.fullmatch(words):
            made["lead_role"] = quoted(lead[2], line)
        elif partner := _PARTNER.fullmatch(words):
            role: Fields = {"role": quoted(partner[2], line)} if partner[2] else {}
            partners.append({"name": quoted(partner[1], line), **role})
        else:
            partners += partners_in(words, line)
    return made | ({"partners": partners} if partners else {})


def money_of(words: str, line: Line, scale: int = 1) -> Fields:
    """``value`` and ``bound`` of ``khoảng 600.000.000 đồng``, the amount in words left aside.

    Args:
        words: the amount.
        line: where it stands.
        scale: how many đồng one of it is, where its title says so.
    """
    found = _IN_WORDS.fullmatch(words)
    amount = amount_of(found[1] if found else words)
    value = in_dong(amount.value, scale)
    made: Fields = {"value": Quoted(value or amount.value, line.number, words, "" if value else UNREAD_NUMBER)}
    return made | ({"bound": quoted(amount.bound, line, words)} if amount.bound else {})


def budget_of(entry: Entry, _named: Named) -> Fields:
    """The planned money, and by source where the cell says from where it comes."""
    line = entry.lines("budget")[0]
    whole, shares = shares_of(entry.words("budget"), line)
    made: Fields = {"budget": money_of(whole, line, entry.scale("budget"))}
    if "money" in shares:
        return made | ({"resources": shares} if "resources" not in entry.cells else {})
    return made | shares


def resources_of(entry: Entry, _named: Named) -> Fields:
    """Money by source, working days, things in kind."""
    made: Fields = {}
    money: list[Draft] = []
    in_kind: list[Draft] = []
    for line in entry.lines("resources"):
        words = plain_words(line.text).removeprefix("- ")
        if words.startswith(_DAYS_OF_WORK):
            days = words.removeprefix(_DAYS_OF_WORK)
            made["working_days"] = Quoted(
                number_of(days) or days, line.number, "", "" if number_of(days) else UNREAD_NUMBER
            )
        elif words.startswith(_IN_KIND):
            in_kind.append(quoted(words.removeprefix(_IN_KIND), line))
        else:
            source, _, amount = words.rpartition(": ")
            if source.strip() and amount:
                money.append({"source": quoted(source.strip(), line), **money_of(amount, line)})
            else:
                in_kind.append(quoted(words, line, words, UNREAD_NUMBER))
    lists = {"money": money, "in_kind": in_kind}
    return {"resources": made | {key: found for key, found in lists.items() if found}}


def timetable_of(entry: Entry, _named: Named) -> Fields:
    """The steps, a line each, with their days where they are written."""
    steps: list[Draft] = []
    for line in entry.lines("timetable"):
        words = plain_words(line.text).removeprefix("- ")
        found = _STEP.fullmatch(words)
        days: Fields = {}
        for key, name in (("from", "start"), ("to", "end")):
            day = iso_day(found[name]) if found and found[name] else None
            days |= {key: quoted(day, line)} if day else {}
        steps.append({**days, "work": quoted(found["work"] if found and days else words, line)})
    return {"timetable": steps}


def replicated_from_of(entry: Entry, named: Named) -> Fields:
    """The model that it was taken over from; its name, to be looked at, where it is not known."""
    words, line = entry.words("replicated_from"), entry.lines("replicated_from")[0]
    found = named.entry(words, "", 0)
    return {"replicated_from": Quoted(found or words, line.number, words, "" if found else "unknown_entry")}


def stages_of(entry: Entry, named: Named) -> Fields:
    """The stages that it reached, a line each."""
    stages: list[Draft] = []
    for line in entry.lines("stages"):
        found = _STAGE.fullmatch(plain_words(line.text).removeprefix("- "))
        stage = STAGES.get(found["stage"].casefold()) if found else None
        if found and stage:
            day: Fields = {"stage": quoted(stage, line), "date": quoted(iso_day(found["day"]) or "", line)}
            stages.append(day | _of_stage(found["rest"], line, named))
    return {"stages": stages} if stages else {}


def _of_stage(words: str, line: Line, named: Named) -> Fields:
    """``level``, ``decision`` and ``reason`` behind the day of a stage, with labels or in their order."""
    found = _OF_STAGE.fullmatch(words)
    said = found.groupdict() if found else _in_a_row(words, named)
    made: Fields = {key: quoted(said[key], line) for key in ("decision", "reason") if said[key]}
    level = said["level"]
    return made | ({"level": named.as_id(named.level(level), level, line)} if level else {})


def _in_a_row(words: str, named: Named) -> dict[str, str]:
    """``, cấp huyện, Quyết định số … (lý do)``: a level only where one is called so."""
    found = _IN_A_ROW.fullmatch(words)
    listed, reason = (found[1] or "", found[2] or "") if found else ("", "")
    first, _, rest = listed.removeprefix(", ").partition(", ")
    is_level = named.level(first) is not None
    decision = rest if is_level else listed.removeprefix(", ")
    return {"level": first if is_level else "", "decision": decision, "reason": reason}
