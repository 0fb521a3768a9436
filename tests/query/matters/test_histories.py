from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from builders import a_date, a_judgement, an_article, an_event, span_of
from stores import a_register

from regesta.model.annotation import DateInterval, TimeExpression
from regesta.model.article import Article
from regesta.model.event import EventDate
from regesta.model.judgement import Judgement
from regesta.query.matters.histories import History, HistoryFilter, list_histories, read_histories
from regesta.query.matters.outcomes import outcome_text

DUE = date(2022, 12, 19)


def a_date_told(day: date, days: int = 1) -> EventDate:
    """A date that the words give."""
    return replace(a_date(day, days), basis="expression")


def told(number: int, text: str, trigger: str, day: date | None, published: date, **changes: Any) -> Article:
    """An article of one sentence that tells one event; `actor` and `recipient` take states of the builders."""
    article = an_article(text, id=f"h{number}", published=published)
    changes.setdefault("date", a_date_told(day) if day else None)
    if "date" in changes and changes["date"] is None:
        changes.pop("date")
        changes["day"] = None
    return replace(article, events=(an_event(article, trigger, **changes),))


def planned(number: int = 1, due: date = DUE, published: date = date(2022, 12, 16), **changes: Any) -> Article:
    return told(number, "Poland will visit Lithuania.", "visit", due, published, status="planned", **changes)


def held(number: int = 2, day: date = DUE, **changes: Any) -> Article:
    return told(number, "Poland visited Lithuania.", "visited", day, day, **changes)


def called_off(number: int = 3, day: date = date(2022, 12, 18)) -> Article:
    text = "Poland called off a trip to Lithuania."
    return told(number, text, "called off", day, day, type="REJECT", mode="meet", cameo="120")


def read(
    name: str, articles: Iterable[Article], judgements: Iterable[Judgement] = (), day: date | None = None
) -> list[History]:
    with a_register(articles, judgements) as register:
        return read_histories(register, name, day)


def stages(history: History) -> list[str]:
    return [step.stage for step in history.steps]


def test_a_planned_visit_that_takes_place_is_one_history() -> None:
    articles = planned(), held()
    [history] = read("meetings", articles)
    assert stages(history) == ["planned", "held"]
    assert [step.entry for step in history.steps] == [article.events[0].id for article in articles]
    assert (history.state, history.outcome) == ("held", "settled")
    assert history.due == (DUE, DUE + timedelta(days=1))
    assert [step.citation.quote for step in history.steps] == [article.text for article in articles]


def test_an_entry_that_joins_plan_and_visit_gives_both_stages() -> None:
    plan, visit = planned(), held()
    judgement = a_judgement(plan.events[0], visit.events[0])
    [history] = read("meetings", (plan, visit), [judgement])
    assert stages(history) == ["planned", "held"]
    assert len({step.entry for step in history.steps}) == 1
    assert history.outcome == "settled"


def test_a_visit_called_off_is_settled() -> None:
    [history] = read("meetings", (planned(), called_off()))
    assert stages(history) == ["planned", "called off"]
    assert (history.state, history.outcome) == ("called off", "settled")


def test_words_near_the_trigger_tell_that_a_meeting_is_moved() -> None:
    article = told(1, "Poland put the visit to Lithuania off until May.", "visit", None, date(2022, 12, 1))
    [history] = read("meetings", [article])
    assert stages(history) == ["moved"]
    far = told(
        1,
        "Poland visited Lithuania and spoke there of trade and of the long road between the two towns, whose repair "
        "was postponed.",
        "visited",
        DUE,
        DUE,
    )
    [history] = read("meetings", [far])
    assert stages(history) == ["held"]


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        (date(2022, 12, 19), "due"),
        (date(2022, 12, 22), "due"),  # what happened may be told of some days later
        (date(2022, 12, 23), "overdue"),
    ],
)
def test_a_plan_whose_day_has_passed_is_overdue(day: date, outcome: str) -> None:
    [history] = read("meetings", [planned()], day=day)
    assert history.outcome == outcome


def test_without_a_day_given_the_latest_article_tells_the_day() -> None:
    other = told(9, "Sweden thanked Estonia.", "thanked", None, date(2023, 2, 1), type="SUPPORT", actor=None,
                 recipient=None)  # fmt: skip
    assert read("meetings", [planned()])[0].outcome == "due"
    assert [h.outcome for h in read("meetings", [planned(), other])] == ["overdue"]


def test_a_plan_that_tells_no_day_to_come_is_undated() -> None:
    [history] = read("meetings", [planned(due=date(2019, 7, 1))], day=date(2024, 1, 1))
    assert (history.outcome, history.due) == ("undated", None)
    published = planned(date=a_date(date(2022, 12, 16)))
    assert read("meetings", [published], day=date(2024, 1, 1))[0].outcome == "undated"


def test_two_meetings_held_are_two_histories() -> None:
    assert len(read("meetings", (held(1, DUE), held(2, DUE + timedelta(days=1))))) == 2


def test_a_plan_for_another_day_is_another_matter() -> None:
    assert len(read("meetings", (planned(), held(2, date(2022, 12, 27))))) == 2


def test_plans_of_other_parties_are_other_matters() -> None:
    other = told(2, "Sweden visited Estonia.", "visited", DUE, DUE, actor="Sweden", recipient="Estonia")
    assert len(read("meetings", (planned(), other))) == 2


def test_other_persons_of_the_same_states_are_other_matters() -> None:
    def by(article: Article, name: str) -> Article:
        event = article.events[0]
        role = event.actors[0]
        assert role.actor is not None
        person = replace(role.actor, name=name, entity=f"person:{name.lower().replace(' ', '-')}")
        role = replace(role, actor=person)
        return replace(article, events=(replace(event, roles=(role, *event.recipients)),))

    apart = read("meetings", (by(planned(), "Anna Nowak"), by(held(), "Jan Kot")))
    together = read("meetings", (by(planned(), "Anna Nowak"), by(held(), "Nowak")))
    assert (len(apart), len(together)) == (2, 1)


def an_agreement(number: int, text: str, trigger: str, day: date, **changes: Any) -> Article:
    return told(number, text, trigger, day, day, **{"type": "SUPPORT", "mode": None, "cameo": "057"} | changes)


def test_an_agreement_is_followed_through_its_stages() -> None:
    articles = [
        an_agreement(1, "Poland and Lithuania negotiated a pipeline treaty under the strait.", "negotiated",
                     date(2020, 3, 1), type="CONSULT", cameo="046"),
        an_agreement(2, "Poland and Lithuania signed the treaty on the pipeline under the strait.", "signed",
                     date(2020, 9, 1)),
        an_agreement(3, "Lithuania ratified the pipeline treaty with Poland on the strait.", "ratified",
                     date(2021, 2, 1)),
        an_agreement(4, "The pipeline treaty of Poland and Lithuania on the strait entered into force.", "entered",
                     date(2021, 3, 1)),
        an_agreement(5, "Poland suspended the treaty with Lithuania on the pipeline in the strait.", "suspended",
                     date(2022, 5, 1), type="SANCTION", cameo="160"),
    ]  # fmt: skip
    others = [
        an_agreement(n, f"Poland and Lithuania signed a deal on item{n}.", "signed", date(2015 + n, 1, 1))
        for n in range(6)
    ]
    found = read("agreements", [*articles, *(replace(a, id=f"x{a.id}") for a in others)])
    [history] = [h for h in found if len(h.steps) > 1]
    assert stages(history) == ["negotiated", "signed", "ratified", "in force", "suspended"]
    assert history.state == "suspended"
    assert set(history.subject) >= {"pipeline", "strait"}
    assert history.codes == ("LTU", "POL")


def test_agreements_on_other_things_are_other_matters() -> None:
    articles = (
        an_agreement(1, "Poland and Lithuania signed a treaty on the pipeline.", "signed", date(2020, 3, 1)),
        an_agreement(2, "Poland and Lithuania signed a treaty on extradition.", "signed", date(2021, 3, 1)),
    )
    assert len(read("agreements", articles)) == 2


def test_acts_that_name_no_agreement_are_none() -> None:
    article = an_agreement(1, "Poland praised Lithuania.", "praised", DUE, cameo="051")
    assert read("agreements", [article]) == []


def a_sanction(number: int, text: str, day: date, trigger: str = "sanctions", **changes: Any) -> Article:
    return told(
        number, text, trigger, day, day, **{"type": "SANCTION", "mode": "discontinue", "cameo": "163"} | changes
    )


def test_rounds_of_sanctions_are_one_history_with_their_numbers() -> None:
    articles = [
        a_sanction(1, "Poland threatened Turkey with sanctions.", date(2022, 1, 1), "threatened", type="THREATEN",
                   mode="restrict", cameo="1312", recipient="Turkey"),
        a_sanction(2, "Poland imposed sanctions on Turkey.", date(2022, 2, 1), recipient="Turkey"),
        a_sanction(3, "Poland adopted its sixth package of sanctions on Turkey.", date(2022, 6, 1),
                   recipient="Turkey"),
        a_sanction(4, "Poland lifted the sanctions on Turkey.", date(2022, 9, 1), "lifted", type="CONCEDE", mode=None,
                   cameo="085", recipient="Turkey"),
        a_sanction(5, "Turkey imposed sanctions on Poland.", date(2022, 9, 2), actor="Turkey", recipient="Poland"),
    ]  # fmt: skip
    found = read("sanctions", articles)
    [history] = [h for h in found if len(h.steps) > 1]
    assert stages(history) == ["announced", "in force", "widened", "lifted"]
    assert [step.number for step in history.steps] == [None, None, 6, None]
    assert (history.state, history.outcome) == ("lifted", "settled")
    assert len(found) == 2  # the answer of the other side is a matter of its own


def test_the_number_of_a_round_is_that_of_any_report_and_of_the_act_itself() -> None:
    bare = a_sanction(1, "Poland imposed sanctions on Turkey on Monday.", date(2022, 6, 1), recipient="Turkey")
    text = "Poland imposed its sixth package of sanctions on Turkey while the fifth package was reviewed by lawyers."
    told_later = a_sanction(2, text, date(2022, 6, 1), recipient="Turkey")
    joined = [a_judgement(bare.events[0], told_later.events[0])]
    [history] = read("sanctions", [bare, told_later], joined)
    assert [(step.stage, step.number) for step in history.steps] == [("in force", 6)]
    text = "As the fifth package was reviewed by lawyers in Warsaw, Poland imposed a sixth set of sanctions on Turkey."
    [history] = read("sanctions", [a_sanction(3, text, date(2022, 6, 1), recipient="Turkey")])
    assert [step.number for step in history.steps] == [6]


def a_warning(text: str = "Poland warned that Turkey could attack Poland in February.") -> Article:
    article = told(1, text, "warned", DUE, DUE, type="THREATEN", mode=None, cameo="130", recipient=None)
    february = DateInterval(date(2023, 2, 1), date(2023, 3, 1), "month")
    time = TimeExpression(span=span_of(article, "February"), timex="DATE", value="2023-02", interval=february)
    return replace(article, times=(time,))


def an_attack(day: date, actor: str = "Turkey", recipient: str = "Poland") -> Article:
    text = f"{actor} attacked {recipient}."
    return told(2, text, "attacked", day, day, type="ASSAULT", mode=None, cameo="190", actor=actor,
                recipient=recipient)  # fmt: skip


def test_a_warning_is_due_on_the_days_its_sentence_names() -> None:
    [history] = read("warnings", [a_warning()])
    assert history.due == (date(2023, 2, 1), date(2023, 3, 1))
    assert history.outcome == "due"
    [late] = read("warnings", [a_warning()], day=date(2023, 4, 1))
    assert late.outcome == "overdue"


def test_what_is_on_record_in_those_days_is_named() -> None:
    attack = an_attack(date(2023, 2, 10))
    [history] = read("warnings", [a_warning(), attack])
    assert (history.outcome, history.followed_by) == ("on record", (attack.events[0].id,))
    for other in (an_attack(date(2023, 4, 10)), an_attack(date(2023, 2, 10), actor="Sweden", recipient="Estonia")):
        [history] = read("warnings", [a_warning(), other])
        assert history.followed_by == ()


def test_an_exercise_is_announced_and_runs() -> None:
    def drill(number: int, text: str, trigger: str, day: date, published: date, status: str) -> Article:
        return told(number, text, trigger, day, published, type="COOPERATE", mode=None, cameo="062", status=status)

    articles = (
        drill(1, "Poland and Lithuania will hold the exercise.", "exercise", DUE, date(2022, 12, 1), "planned"),
        drill(2, "Poland and Lithuania began the exercise.", "exercise", DUE, DUE, "happened"),
    )
    [history] = read("exercises", articles)
    assert (stages(history), history.outcome) == (["announced", "running"], "settled")


def test_order_of_reading_changes_nothing() -> None:
    articles = [planned(), held(), called_off(), held(4, date(2022, 11, 1)), planned(5, due=date(2022, 11, 2))]
    assert read("meetings", articles) == read("meetings", articles[::-1])


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (HistoryFilter(), 2),
        (HistoryFilter(party="POL"), 1),
        (HistoryFilter(party="sweden"), 1),
        (HistoryFilter(dyad=("POL", "LTU")), 1),
        (HistoryFilter(dyad=("POL", "SWE")), 0),
        (HistoryFilter(stage="planned"), 1),
        (HistoryFilter(state="planned"), 0),
        (HistoryFilter(outcome="settled"), 1),
        (HistoryFilter(min_steps=2), 1),
        (HistoryFilter(since=date(2022, 12, 21)), 0),
        (HistoryFilter(since=date(2022, 12, 20)), 1),
        (HistoryFilter(until=date(2022, 12, 17)), 1),
        (HistoryFilter(until=date(2022, 12, 1)), 0),
    ],
)
def test_filters_narrow(wanted: HistoryFilter, count: int) -> None:
    day = date(2022, 12, 20)
    other = told(3, "Sweden visited Estonia.", "visited", day, day, actor="Sweden", recipient="Estonia")
    with a_register([planned(), held(), other]) as register:
        found, total = list_histories(register, "meetings", wanted)
        assert (len(found), total) == (count, count)
        one, total = list_histories(register, "meetings", replace(wanted, limit=1))
        assert (len(one), total) == (min(count, 1), count)


def test_outcomes_are_said_in_words() -> None:
    day = (DUE, DUE + timedelta(days=1))
    assert outcome_text("overdue", day) == "overdue: nothing on record for 2022-12-19"
    assert outcome_text("due", (DUE, DUE + timedelta(days=2))) == "due 2022-12-19 to 2022-12-20"
    assert outcome_text("settled", None) == "settled"
    assert outcome_text("undated", None) == "no day told"


def postponed(text: str, *days: date, published: date = date(2022, 12, 10), trigger: str = "postponed") -> Article:
    """An article that moves a visit; the days are those that its text names, in order."""
    article = told(5, text, trigger, published, published, type="REJECT", mode="meet", cameo="124")
    words = [f"day {number}" for number in range(1, len(days) + 1)]
    times = (
        TimeExpression(span=span_of(article, word), timex="DATE", value=day.isoformat(), interval=a_date(day).interval)
        for word, day in zip(words, days, strict=True)
    )
    return replace(article, times=tuple(times))


OLD, NEW = date(2022, 12, 14), date(2022, 12, 27)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Poland postponed its visit to Lithuania from day 1 to day 2.", (OLD, NEW)),
        ("Poland postponed its visit to Lithuania, planned for day 1, until day 2.", (OLD, NEW)),
        ("Poland postponed its visit to Lithuania to day 1 from day 2.", (NEW, OLD)),
        ("Poland postponed its visit to Lithuania until day 1.", (NEW,)),
    ],
)
def test_a_visit_planned_moved_and_held_is_one_history(text: str, days: tuple[date, ...]) -> None:
    [history] = read("meetings", [planned(due=OLD, published=date(2022, 12, 1)), postponed(text, *days), held(day=NEW)])
    assert stages(history) == ["planned", "moved", "held"]
    assert (history.outcome, history.due) == ("settled", (NEW, NEW + timedelta(days=1)))


def test_what_is_held_near_the_old_day_is_not_what_was_moved() -> None:
    moved = postponed("Poland postponed its visit to Lithuania from day 1 to day 2.", OLD, date(2023, 1, 20))
    found = read("meetings", [moved, held(day=OLD)])
    assert sorted(map(stages, found)) == [["held"], ["moved"]]


def test_a_visit_put_off_without_a_new_day_is_moved() -> None:
    [history] = read("meetings", [postponed("Poland postponed its visit to Lithuania.")])
    assert (stages(history), history.outcome) == (["moved"], "undated")


def test_a_visit_put_off_long_before_it_is_told_plans_nothing() -> None:
    article = told(6, "Poland spoke of a visit to Lithuania postponed in May.", "postponed", date(2022, 5, 1), OLD,
                   type="REJECT", mode="meet", cameo="124")  # fmt: skip
    assert sorted(map(stages, read("meetings", [article, planned(due=date(2022, 12, 20))]))) == [["moved"], ["planned"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Poland had not visited Lithuania for ten years.", []),
        ("Poland has not visited Lithuania since May.", []),
        ("Poland did not visit Lithuania on Monday.", [["not held"]]),
    ],
)
def test_what_was_not_done_for_years_is_no_meeting_not_held(text: str, found: list[list[str]]) -> None:
    article = told(1, text, "visit", DUE, DUE, status="denied")
    assert list(map(stages, read("meetings", [article]))) == found


def test_meetings_told_several_at_once_are_no_step() -> None:
    article = told(1, "Poland visited Lithuania three times this week.", "visited", DUE, DUE)
    assert read("meetings", [article]) == []


def test_an_exercise_called_off_is_no_longer_due() -> None:
    plan = told(1, "Poland and Lithuania will hold an exercise.", "exercise", DUE, date(2022, 12, 1), status="planned",
                type="COOPERATE", mode=None, cameo="062")  # fmt: skip
    off = told(2, "Poland cancelled an exercise with Lithuania.", "cancelled", OLD, OLD, type="RETREAT", mode="disarm",
               cameo="087")  # fmt: skip
    [history] = read("exercises", [plan, off], day=date(2023, 2, 1))
    assert (stages(history), history.outcome) == (["announced", "called off"], "settled")


@pytest.mark.parametrize(
    ("text", "trigger", "type", "cameo", "stage"),
    [
        ("Poland resumed its energy agreement with Lithuania.", "resumed", "SUPPORT", "050", ["revived"]),
        ("Poland reinstated its energy agreement with Lithuania.", "reinstated", "SUPPORT", "050", ["revived"]),
        ("Poland restored its border treaty with Lithuania.", "restored", "SUPPORT", "050", ["revived"]),
        ("Poland ended the transit agreement with Lithuania.", "ended", "SANCTION", "160", ["ended"]),
        ("Poland quit the fisheries pact with Lithuania.", "quit", "SANCTION", "160", ["ended"]),
        ("Poland ended talks with Lithuania on a pact.", "ended", "SANCTION", "163", []),
    ],
)
def test_agreements_are_revived_and_ended(text: str, trigger: str, type: str, cameo: str, stage: list[str]) -> None:
    article = told(1, text, trigger, DUE, DUE, type=type, mode=None, cameo=cameo)
    found = [step for history in read("agreements", [article]) for step in stages(history)]
    assert [step for step in found if step in {"revived", "ended"}] == stage


def test_a_release_beside_lifted_sanctions_lifts_none_and_one_sentence_is_one_step() -> None:
    text = "Poland lifted sanctions on Turkey after the release of prisoners."
    article = a_sanction(1, text, DUE, "lifted", type="RETREAT", mode=None, cameo="085", recipient="Turkey")
    eased = an_event(article, "sanctions", type="RETREAT", mode=None, cameo="085", recipient="Turkey", day=DUE)
    release = an_event(article, "release", type="RETREAT", mode="release", cameo="0841", actor="Turkey",
                       recipient="Poland", day=DUE)  # fmt: skip
    article = replace(article, events=(*article.events, eased, release))
    assert [stages(history) for history in read("sanctions", [article])] == [["lifted"]]
