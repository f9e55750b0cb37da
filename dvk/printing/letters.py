"""Letters that remind units of what they owe: one to all of them, or one to each."""

from collections.abc import Iterator

from dvk.printing.contents.reminders import Reminder, reminder_data
from dvk.printing.contents.sources import REMINDER
from dvk.printing.word.guard import Press
from dvk.printing.word_files import Sheets, filled


def letters(reminder: Reminder, *, each: bool) -> dict[str, bytes]:
    """Word files by name, all of them made before the first is given.

    Args:
        reminder: who is late with what.
        each: whether every unit gets a letter of its own.

    Raises:
        CannotGoOn: DVK940 if the profile is not there, DVK924 if the form of a plan or of the profile is broken, DVK925
            or DVK926 if the template is refused.
    """
    sheets = Sheets(reminder.workspace)
    form = sheets.formats.of(reminder.unit, reminder.day)
    found = {}
    with Press() as press:
        for name, debtor in _named(reminder, each=each):
            data = reminder_data(reminder, debtor)
            found[name] = filled(sheets.sheet((name, REMINDER[0]), data, reminder.day, form), press)
    return found


def letter_names(reminder: Reminder, *, each: bool) -> list[str]:
    """The names of the files: who writes, the day, and where there are several to whom."""
    return [name for name, _ in _named(reminder, each=each)]


def _named(reminder: Reminder, *, each: bool) -> Iterator[tuple[str, str | None]]:
    stem = f"{REMINDER[1]}-{reminder.unit}-{reminder.day.isoformat()}"
    if not each:
        yield f"{stem}.docx", None
        return
    yield from ((f"{stem}-{debtor}.docx", debtor) for debtor in reminder.debtors)
