"""Random knowledge bases that hold together: every id that is pointed to exists."""

from __future__ import annotations

from hypothesis import strategies as st

from knowledge import facts

IDS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6})?", fullmatch=True)
# No NUL and no half of a surrogate pair: no database stores them as text.
WORDS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1)
MAYBE = st.none() | WORDS
TUPLES = st.lists(WORDS, max_size=3).map(tuple)
AMOUNTS = st.none() | st.floats(0, 1e12, allow_nan=False)


def _ids(prefix: str, minimum: int = 0):
    unique = st.lists(IDS, min_size=minimum, max_size=4, unique=True)
    return unique.map(lambda ids: [f"{prefix}{i}" for i in ids])


@st.composite
def knowledge_bases(draw) -> facts.KnowledgeBase:
    kinds = {
        i: facts.RoleKind(i, draw(WORDS), draw(TUPLES), draw(TUPLES)) for i in draw(_ids("", 1))
    }
    articles, sections, passages, roles, polls, drivers = {}, {}, {}, {}, {}, {}
    for article_id in draw(_ids("", 1)):
        articles[article_id] = facts.Article(
            article_id,
            draw(WORDS),
            draw(WORDS),
            draw(MAYBE),
            draw(MAYBE),
            draw(WORDS),
            draw(TUPLES),
            draw(st.sampled_from(facts.RIGHTS)),
        )
        own = draw(_ids(f"{article_id}#", 1))
        role_ids = draw(_ids(f"{article_id}#"))
        section_id = own[0]
        sections[section_id] = facts.Section(
            section_id, article_id, draw(WORDS), draw(st.integers(0, 9)), draw(MAYBE)
        )
        for passage_id in own:
            passages[passage_id] = facts.Passage(
                passage_id,
                article_id,
                section_id,
                draw(st.none() | st.sampled_from(role_ids)) if role_ids else None,
                draw(st.integers(0, 99)),
                draw(WORDS),
                draw(WORDS),
            )
        for role_id in role_ids:
            roles[role_id] = draw(_roles(role_id, article_id, section_id, list(kinds), passages))
        own_polls = draw(_ids(f"{article_id}#"))
        for poll_id in own_polls:
            polls[poll_id] = draw(_polls(poll_id, article_id, own))
        for driver_id in draw(_ids(f"{article_id}#")):
            drivers[driver_id] = facts.Driver(
                driver_id,
                article_id,
                draw(WORDS),
                draw(TUPLES),
                draw(WORDS),
                tuple(draw(st.lists(st.sampled_from(own), max_size=3))),
                tuple(draw(st.lists(st.sampled_from(own_polls), max_size=3)) if own_polls else ()),
            )
    return facts.KnowledgeBase(
        draw(WORDS),
        articles,
        sections,
        passages,
        roles,
        polls,
        drivers,
        kinds,
        {f.id: f for role in roles.values() for f in role.figures},
    )


@st.composite
def _roles(draw, role_id, article_id, section_id, kinds, passages) -> facts.Role:
    cited = st.sampled_from([p for p in passages if p.startswith(f"{article_id}#")])
    attributes = []
    for name in draw(st.lists(st.sampled_from(list(facts.ATTRIBUTES)), max_size=3)):
        value = draw(st.sampled_from(facts.ATTRIBUTES[name]))
        basis = draw(st.sampled_from(facts.ATTRIBUTE_BASES))
        attributes.append(facts.Attribute(name, value, basis, draw(cited)))
    count = draw(st.integers(0, 3))
    figures = [draw(figures_of(f"{role_id}/{n}", role_id, cited)) for n in range(1, count + 1)]
    return facts.Role(
        role_id,
        article_id,
        section_id,
        draw(st.sampled_from(kinds)),
        draw(WORDS),
        draw(WORDS),
        draw(TUPLES),
        tuple(attributes),
        tuple(figures),
        tuple(p.id for p in passages.values() if p.role_id == role_id),
        draw(MAYBE),
        draw(st.none() | cited),
    )


@st.composite
def figures_of(draw, figure_id, role_id, cited) -> facts.Figure:
    ends = st.tuples(AMOUNTS, AMOUNTS).filter(lambda pair: pair != (None, None))
    low, high = draw(ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return facts.Figure(
        figure_id,
        role_id,
        draw(st.sampled_from(facts.STATISTICS)),
        draw(st.sampled_from(facts.PAY_KINDS)),
        low,
        high,
        draw(WORDS),
        draw(st.sampled_from(facts.UNITS)),
        draw(st.sampled_from(facts.UNIT_BASES)),
        draw(WORDS),
        draw(MAYBE),
        draw(MAYBE),
        draw(MAYBE),
        draw(cited),
    )


@st.composite
def _polls(draw, poll_id, article_id, passages) -> facts.Poll:
    whole = st.none() | st.integers(0, 2**31 - 1)
    return facts.Poll(
        poll_id,
        article_id,
        draw(st.floats(0, 100, allow_nan=False)),
        draw(WORDS),
        draw(WORDS),
        draw(WORDS),
        draw(st.sampled_from(("yes", "no", "unknown"))),
        draw(whole),
        draw(whole),
        draw(WORDS),
        draw(WORDS),
        draw(st.sampled_from(passages)),
        draw(TUPLES),
    )
