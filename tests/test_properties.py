"""Laws that hold for every input: amounts, periods, months of a life, deadlines, sets of reports, trees of units."""

import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from itertools import combinations, pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dvk.amounts import NOTHING, NULL, Amount, merged, of
from dvk.due_days import cut_off_day, lock_day
from dvk.facts import DatedText, Debtors, Due, Event, Obligation, Plan, Unit, UnitsFile
from dvk.obligations import Orders
from dvk.organisation import organisation
from dvk.periods import Period, YearPart, month_names, months_open, parse_period, parse_year_part
from dvk.shown import printable
from dvk.values import Moment, YearDay
from dvk.vietnamese.dates import TIME_ZONE
from dvk.year_tree import YearTrees
from dvk.yearly import Given, best_set, over_the_year

ONE_DAY = timedelta(days=1)
WHOLE_YEAR = (1 << 12) - 1
law = settings(max_examples=100, deadline=None)

# amounts

EXACT = st.integers(-(10**12), 10**12) | st.fractions(max_denominator=1000)
AMOUNTS = st.lists(EXACT.map(of) | st.just(NULL) | st.just(NOTHING), max_size=12)


@law
@given(AMOUNTS, st.randoms(use_true_random=False))
def test_amounts_merge_to_the_same_in_any_order_and_grouping(amounts, chance):
    whole = merged(amounts)
    parts = list(amounts)
    chance.shuffle(parts)
    while len(parts) > 1:
        cut = chance.randrange(len(parts) - 1)
        parts[cut : cut + 2] = [parts[cut] + parts[cut + 1]]
    assert merged(parts) == whole


@law
@given(st.lists(EXACT, max_size=8), st.integers(0, 3))
def test_finished_amounts_are_what_a_person_would_reckon(values, nulls):
    amount = merged([*map(of, values), *[NULL] * nulls])
    assert amount.is_null == (not values and nulls > 0)
    if not values:
        assert {amount.finished(operator) for operator in ("sum", "average", "max", "none")} == {None}
        return
    assert amount.finished("sum") == sum(values)
    assert amount.finished("average") == Fraction(sum(values)) / len(values)
    assert amount.finished("max") == max(values)
    assert amount.finished("none") == (values[0] if len(values) == 1 else None)


@law
@given(AMOUNTS)
def test_nothing_changes_nothing(amounts):
    assert NOTHING + merged(amounts) == merged(amounts) + NOTHING == merged(amounts)
    assert merged([]) == NOTHING == Amount()


# periods

MONTHS = st.tuples(st.integers(1, 12), st.integers(1, 12)).map(sorted)
PERIODS = st.builds(lambda year, months: Period(year, *months), st.integers(1900, 2100), MONTHS)


def months_of(mask):
    return {month for month in range(1, 13) if mask >> (month - 1) & 1}


@law
@given(PERIODS)
def test_a_period_is_read_as_it_is_written(period):
    assert parse_period(str(period)) == period
    assert parse_year_part(str(YearPart(period.first, period.last))).of(period.year) == period
    assert parse_period(f"{period.year}-M{period.first}-{period.last}") == period
    assert parse_period(f" {str(period).lower()} ") == period


@law
@given(PERIODS)
def test_a_period_is_its_months_and_its_days(period):
    days = [date(period.year, 1, 1) + ONE_DAY * number for number in range(366)]
    inside = [day for day in days if period.start <= day <= period.end]
    assert {day.month for day in inside} == months_of(period.mask) == set(range(period.first, period.last + 1))
    assert (period.start - ONE_DAY).month != period.first or period.start.day == 1
    assert (period.end + ONE_DAY).day == 1


@law
@given(PERIODS, PERIODS)
def test_periods_of_other_months_are_written_otherwise(one, other):
    assert (str(one) == str(other)) == (one == other)


@law
@given(st.integers(0, WHOLE_YEAR))
def test_months_are_named_once_each(mask):
    named = [parse_year_part(part) for part in filter(None, month_names(mask).split(", "))]
    months = [month for part in named for month in range(part.first, part.last + 1)]
    assert sorted(months) == sorted(set(months)) == sorted(months_of(mask))
    assert all(other.first > part.last + 1 for part, other in pairwise(named))


DAYS = st.dates(date(2019, 11, 1), date(2022, 2, 28))
LIVES = st.tuples(st.none() | DAYS, st.none() | DAYS)
"""First and last day; a last day before the first, as an event may give, is a life without a day."""


def is_open(life, day):
    start, end = life
    return (start is None or start <= day) and (end is None or day <= end)


def days_of(year):
    return [date(year, 1, 1) + ONE_DAY * number for number in range(date(year, 12, 31).timetuple().tm_yday)]


@law
@given(LIVES, st.sampled_from([2019, 2020, 2021, 2022]))
@example((date(2021, 12, 31), None), 2021)
@example((None, date(2021, 1, 1)), 2021)
@example((date(2021, 5, 20), date(2021, 5, 10)), 2021)
def test_months_open_are_those_of_the_days_open(life, year):
    assert months_of(months_open(year, *life)) == {day.month for day in days_of(year) if is_open(life, day)}


# deadlines

DAYS_OF_EVERY_YEAR = st.dates(date(2020, 1, 2), date(2020, 12, 30)).filter(lambda day: (day.month, day.day) != (2, 29))
HOURS = st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59))


def plan_with(*obligations, **fields):
    issued = date(2019, 1, 1)
    return Plan("issued", "u", "KH", None, issued, "", Period(2019), issued, obligations=obligations, **fields)


def yearly(name, due):
    return Obligation(name, "report", "", Debtors(), YearPart(1, 12), every_year=True, due=due)


def ordered(due, *, excludes=True):
    """The due moment of a yearly obligation, for 2020."""
    obligation = yearly("nam", due)
    orders = Orders({"p": plan_with(obligation)}, organisation([]), excludes)
    return orders.due_of("p", obligation, Period(2020))


def in_time(moment, way, day, hour, *, excludes):
    """Whether a moment is in time, said as plainly as the plan says it."""
    if hour is not None:
        limit = datetime.combine(day, hour, TIME_ZONE)
        return moment < limit if way == "before" else moment.replace(second=0, microsecond=0) <= limit
    return moment.date() < day if way == "before" and excludes else moment.date() <= day


@law
@given(st.sampled_from(["before", "by"]), DAYS_OF_EVERY_YEAR, HOURS, st.booleans())
def test_a_limit_parts_what_is_in_time_from_what_is_late(way, day, hour, excludes):
    deadline = ordered(Due(**{way: YearDay(day.month, day.day, hour)}), excludes=excludes)
    last = deadline.limit - timedelta.resolution
    assert in_time(last, way, day, hour, excludes=excludes)
    assert not in_time(deadline.limit, way, day, hour, excludes=excludes)
    midnights = [datetime.combine(other, time(), TIME_ZONE) for other in days_of(2020)]
    assert deadline.day == max(m.date() for m in midnights if in_time(m, way, day, hour, excludes=excludes))
    if hour is None:
        assert deadline.minute is None
    else:
        minutes = [datetime.combine(deadline.day, time(), TIME_ZONE) + timedelta(minutes=m) for m in range(24 * 60)]
        accepted = [m for m in minutes if in_time(m, way, day, hour, excludes=excludes)]
        assert deadline.minute == f"{accepted[-1]:%H:%M}"


@law
@given(DAYS_OF_EVERY_YEAR, st.integers(0, 400), st.booleans())
def test_days_after_an_event_are_counted_one_by_one(day, number, next_year):
    meeting = Obligation("sau", "report", "", Debtors(), Period(2020), due=Due(days_after=number, of="hop"))
    first = yearly("nam", Due(by=YearDay(day.month, day.day), next_year=next_year))
    after = yearly("b", Due(days_after=number, of="nam"))
    orders = Orders({"p": plan_with(meeting, first, after, events=(("hop", day),))}, organisation([]))
    counted = day
    for _ in range(number):
        counted += ONE_DAY
    assert orders.due_of("p", meeting, Period(2020)).day == counted
    base = date(2020 + next_year, day.month, day.day)
    assert orders.due_of("p", first, Period(2020)).day == base
    assert orders.due_of("p", after, Period(2020)).day == base + number * ONE_DAY


YEAR_DAYS = st.dates(date(2021, 1, 1), date(2021, 12, 31)).map(lambda day: YearDay(day.month, day.day))


@law
@given(YEAR_DAYS, st.dates(date(2019, 1, 1), date(2024, 12, 31)))
def test_a_yearly_lock_is_the_first_such_day_and_a_cut_off_the_last(when, due):
    days = [due + ONE_DAY * number for number in range(-366, 367)]
    same = [day for day in days if (day.month, day.day) == (when.month, when.day)]
    assert lock_day(when, due) == min(day for day in same if day >= due)
    assert cut_off_day(when, due) == max(day for day in same if day <= due)
    assert lock_day(Moment(due), date(2030, 1, 1)) == cut_off_day(Moment(due), date(2000, 1, 1)) == due


@law
@given(st.datetimes(datetime(2020, 1, 1), datetime(2021, 1, 1)))  # noqa: DTZ001 - a moment of the clock in Greenwich
def test_a_moment_is_in_time_wherever_its_clock_stands(naive):
    deadline = ordered(Due(before=YearDay(11, 15)))
    abroad = naive.replace(tzinfo=UTC)
    assert (abroad < deadline.limit) == (abroad.astimezone(TIME_ZONE).date() < date(2020, 11, 15))


# one unit, one year


def reports(periods):
    return [Given(Period(2021, *months), number, f"{number}.yaml", "own") for number, months in enumerate(periods)]


SETS = st.lists(MONTHS.map(tuple), unique=True, max_size=8).map(reports)


def months_in(given_figure, life):
    return set(range(given_figure.period.first, given_figure.period.last + 1)) & life


def rank(subset, life):
    """Most months, fewest reports, latest months, then the latest beginnings."""
    covered = set().union(*(months_in(figure, life) for figure in subset))
    starts = sorted((figure.period.first for figure in subset), reverse=True)
    return len(covered), -len(subset), sum(1 << (month - 1) for month in covered), starts


def sets_without_overlap(figures, life):
    for size in range(len(figures) + 1):
        for subset in combinations(figures, size):
            months = [set(range(f.period.first, f.period.last + 1)) for f in subset]
            if sum(map(len, months)) == len(set().union(*months)) and all(months_in(f, life) for f in subset):
                yield subset


@law
@given(SETS, st.integers(0, WHOLE_YEAR))
@example([Given(Period(2021, *m), 1, str(m), "own") for m in ((1, 4), (5, 12), (1, 8), (9, 12))], WHOLE_YEAR)
def test_the_best_set_is_the_best_of_all(figures, life):
    """Of two that differ only in months in which the unit was not open, either may stand."""
    chosen = best_set(figures, life)
    allowed = list(sets_without_overlap(figures, months_of(life)))
    assert chosen in {tuple(sorted(subset, key=lambda f: f.period.first)) for subset in allowed}
    assert rank(chosen, months_of(life)) == max(rank(subset, months_of(life)) for subset in allowed)


@law
@given(SETS, st.permutations(range(8)), st.sampled_from(["sum", "last", "average", "max", "none"]))
def test_the_order_of_reports_plays_no_part(figures, order, operator):
    shuffled = [figures[number] for number in order if number < len(figures)]
    one, other = (over_the_year(given_order, operator, WHOLE_YEAR) for given_order in (figures, shuffled))
    assert (one.state, one.value, one.months, one.chosen) == (other.state, other.value, other.months, other.chosen)


@law
@given(SETS, st.integers(1, WHOLE_YEAR))
def test_every_report_is_chosen_or_set_aside_and_months_are_covered_or_missing(figures, life):
    found = over_the_year(figures, "sum", life)
    named = [*found.chosen, *found.set_aside, *found.nulls]
    assert sorted(named, key=repr) == sorted(figures, key=repr)
    if figures:
        assert found.months ^ found.missing == life
        assert found.months & found.missing == 0
        assert (found.state == "whole") == (found.missing == 0)
        assert found.value == (sum(f.value for f in found.chosen) if found.chosen else None)


# the organisation

NAMES = [f"u{number}" for number in range(7)]
ANYBODY = st.sampled_from([*NAMES, "nobody"])


@st.composite
def organisations(draw):
    """Units with random lives, dated parents of any kind (circles, themselves, nobody), and random events."""
    units = []
    for name in NAMES[: draw(st.integers(1, len(NAMES)))]:
        start, end = draw(LIVES)
        parents, since = [], None
        for number in range(draw(st.integers(0, 3))):
            until = draw(st.none() | DAYS)
            parents.append(DatedText(draw(ANYBODY), since, until))
            if until is None or number == 2:
                break
            since = until + ONE_DAY
        dated = (DatedText(name),)
        line = draw(st.sampled_from(["a", "b"]))
        units.append(Unit(name, line, None, start, end, dated, dated, parents=tuple(parents)))
    events = draw(
        st.lists(
            st.builds(
                Event,
                st.sampled_from(["merge", "split", "rename", "move", "end"]),
                DAYS,
                st.lists(ANYBODY, min_size=1, max_size=3).map(tuple),
                st.lists(ANYBODY, max_size=3).map(tuple),
            ),
            max_size=5,
        )
    )
    return organisation([UnitsFile(tuple(units), tuple(events))])


YEARS = st.sampled_from([2018, 2019, 2020, 2021, 2022, 2023])


NEVER_OPEN = organisation(
    [
        UnitsFile(
            (Unit("u0", "a", None, date(2020, 1, 2), None, (DatedText("u0"),), (DatedText("province"),)),),
            (Event("merge", date(2020, 1, 2), ("u0",), ()),),
        )
    ]
)
"""A unit that an event ends on the day on which it begins."""


@law
@given(organisations(), YEARS)
@example(NEVER_OPEN, 2020)
def test_every_unit_open_in_a_year_stands_in_its_tree_once(units, year):
    tree = YearTrees(units).of(year)
    open_then = [u for u in units.units if any(units.is_open(u, day) for day in days_of(year))]
    assert list(tree.parents) == open_then
    everybody = [unit for root in tree.roots for unit in tree.subtree(root)]
    assert sorted(everybody) == sorted(open_then)
    assert sorted(tree.bottom_up()) == sorted(open_then)
    for unit, above in tree.parents.items():
        assert above != unit
        assert above is None or unit in tree.children[above]
    assert sum(map(len, tree.children.values())) + len(tree.roots) == len(open_then)


@law
@given(organisations(), YEARS)
def test_a_tree_of_a_year_has_no_circle_and_children_come_before_parents(units, year):
    tree = YearTrees(units).of(year)
    for unit in tree.parents:
        chain, above = [], tree.parents[unit]
        while above is not None:
            chain.append(above)
            assert len(chain) <= len(tree.parents)
            above = tree.parents[above]
    order = {unit: place for place, unit in enumerate(tree.bottom_up())}
    assert all(above is None or order[unit] < order[above] for unit, above in tree.parents.items())


@law
@given(organisations(), YEARS)
def test_ended_units_are_those_not_open_on_the_last_day(units, year):
    tree = YearTrees(units).of(year)
    assert tree.ended == {unit for unit in tree.parents if not units.is_open(unit, date(year, 12, 31))}
    assert tree.succeeded <= tree.ended
    assert all(tree.parents[unit] is not None for unit in tree.succeeded)


@law
@given(organisations(), YEARS)
def test_a_home_is_found_or_there_is_none(units, year):
    tree = YearTrees(units).of(year)
    for unit in units.units:
        home = YearTrees(units).home(unit, year)
        assert home is None or home in tree.parents
        assert home == unit or unit not in tree.parents


@law
@given(organisations(), DAYS)
def test_who_is_below_whom_on_a_day_comes_to_an_end_and_agrees_both_ways(units, day):
    for unit in units.units:
        above = units.above_on(unit, day)
        assert unit not in above
        assert len(above) == len(set(above)) <= len(units.units)
        if units.is_open(unit, day):
            assert all(unit in units.below_on(other, day) for other in above)
        for other in units.below_on(unit, day):
            assert unit in units.above_on(other, day)
            assert units.is_open(other, day)


@law
@given(organisations(), MONTHS)
def test_below_during_a_period_is_below_on_some_day_of_it(units, months):
    period = Period(2021, *months)
    days = [day for day in days_of(2021) if period.start <= day <= period.end]
    for top in units.units:
        by_day = set().union(*(units.below_on(top, day) for day in days))
        assert units.below_during(top, [period]) == by_day


# what is shown


@law
@given(st.text())
@example("\x1b[31m\u202e\u2028\x85\x9b\ud800")
def test_nothing_that_is_shown_moves_a_cursor(text):
    shown = printable(text)
    left = {c for c in shown if unicodedata.category(c) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}}
    assert left <= {"\u200c", "\u200d"}
    assert printable(shown) == shown
