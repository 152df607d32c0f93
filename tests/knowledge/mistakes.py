"""Each mistake that a writer can make in an article, with the line and words that report it.

Name: (passage of the small article, what to write in its place, line or None, report).
`<<` marks the line of the report and is taken out before the file is written; a report that
belongs to a line which the case does not change gives its number instead.
"""

from __future__ import annotations

# fmt: off
MISTAKES = {
    # Front matter
    "no id": (
        "---\nid: small", "---",
        2, 'this front matter has no "id"; write "id: sermo-cardiology"',
    ),
    "no date of access": (
        "accessed: 2026-11-22\n", "",
        2, 'this front matter has no "accessed"; write "accessed: 2026-11-22"',
    ),
    "empty title": (
        "title: A small article", "title: <<",
        None, 'this front matter has no "title"; write "title: Alternative careers for '
        'cardiologists"',
    ),
    "no front matter": (
        "---\nid: small", "id: small",
        1, 'the front matter is missing; begin the file with a line "---"',
    ),
    "impossible date": (
        "accessed: 2026-11-22", "accessed: 2026-02-30<<",
        None, '"accessed" is not a date: "2026-02-30"; write year-month-day, such as 2026-11-22',
    ),
    "date in words": (
        "published: 2025-03-01", "published: March 2025<<",
        None, '"published" is not a date: "March 2025"; write year-month-day, such as 2026-11-22',
    ),
    "read before published": (
        "published: 2025-03-01", "published: 2027-01-01",
        7, "the article was read before it was published; correct one of the two dates",
    ),
    "id is not the file": (
        "id: small", "id: tiny<<",
        None, 'the id "tiny" is not the name of the file; write "id: small" or rename the file '
        "to tiny.md",
    ),
    "id with capitals": (
        "id: small", "id: Small Article<<",
        None, '"id" cannot be "Small Article"; write lower-case words with hyphens, such as '
        '"small-article"',
    ),
    "address without https": (
        "url: https://www.example.org/small-article", "url: www.example.org<<",
        None, '"url" is not a web address: "www.example.org"; write it with https://, or null',
    ),
    "unknown rights": (
        "rights: own", "rights: paraphrase<<",
        None, '"rights" cannot be "paraphrase"; did you mean paraphrased?',
    ),
    "unknown specialty": (
        "[cardiology]", "[cardiolgy]<<",
        None, 'unknown specialty "cardiolgy"; did you mean cardiology?',
    ),
    "specialties are no list": (
        "[cardiology]", "cardiology<<",
        None, '"specialties" is text, not a list; write [cardiology]',
    ),
    "unknown key": (
        "publisher: Example Press", "publisher: Example Press\npublishr: X<<",
        None, 'unknown key "publishr" in this front matter; did you mean publisher?',
    ),
    "key written twice": (
        "rights: own", "rights: own\nrights: own<<",
        None, '"rights" is already given in line 9; keep one of the two',
    ),
    # Layout
    "heading without anchor": (
        "## Why people leave {#why}", "## Why people leave<<",
        None, "this heading has no anchor; write ## Why people leave {#why-people-leave}",
    ),
    "heading too deep": (
        "### Utilization review {#ur}", "#### Utilization review {#ur}<<",
        None, "a heading of level 4; write ## for a section and ### for a role, a driver or a "
        "part of a section",
    ),
    "two headings with one anchor": (
        "Checks whether", "Checks whether a form is complete. {#ur}\n\n"
        "### Another {#telecardiology}<<\n\nIt is another. {#another}\n\n### More {#more}\n\n"
        "Checks whether",
        None, 'the heading "telecardiology" is already in line 61; give one of them another '
        "anchor",
    ),
    "nothing under a heading": (
        "### Utilization review {#ur}", "### Empty {#empty}<<\n\n### Utilization review {#ur}",
        None, "there is nothing under this heading; write a passage or take the heading out",
    ),
    "text before the first heading": (
        "## Why people leave", "Hello.<<\n\n## Why people leave",
        None, "text before the first heading; put it under a ## heading",
    ),
    "a list": (
        "All of these are done from home.",
        "All of these are done from home.\n\n- one<<\n- two",
        None, "a list is not a passage; write it as a paragraph",
    ),
    "an empty passage": (
        "All of these are done from home.", "All of these are done from home.\n\n{#empty}<<",
        None, "an empty passage; write its text or take its anchor out",
    ),
    "an anchor with capitals": (
        "paperwork wear people down. {#call}", "paperwork wear people down. {#Call}<<",
        None, 'the anchor "Call" cannot be read; write lower-case words with hyphens, such as '
        "{#call}",
    ),
    "unknown block": (
        "```yaml driver", "```yaml drivers<<",
        None, "a block cannot be yaml drivers; did you mean driver?",
    ),
    "block that is not YAML": (
        "statement: of physicians named burnout", "statement: of physicians: burnout<<",
        None, "this is not valid YAML (mapping values are not allowed here); write "
        '"key: value" lines, and put text with ": ", "#" or a leading "$" in quotes',
    ),
    "second section block": (
        "### Telecardiology", "```yaml section<<\nnotice: More.\n```\n\n### Telecardiology",
        None, "a second section block; join the two",
    ),
    "section block under a role": (
        "### Utilization review {#ur}",
        "### Utilization review {#ur}\n\n```yaml section<<\nnotice: More.\n```",
        None, "a section block under a ### heading; move it under the ## heading",
    ),
    "block without keys": (
        "notice: The publisher sells some of these services.", "The publisher sells.<<",
        None, 'a section is made of keys with values, this is text; write "notice: what to say '
        'beside it" and so on',
    ),
    "number in a notice": (
        "sells some of these", "sells 5 of these<<",
        None, "a number in the notice: 5; say it in words without the number; numbers belong in "
        "figures and polls",
    ),
    # Ids
    "two passages with one anchor": (
        "All of these are done from home.", "All of these are done from home. {#call}<<",
        None, 'the passage "call" is already in articles/small.md:14; give one of them another name',
    ),
    "two polls with one id": (
        "id: hours", "id: burnout<<",
        None, 'the poll "burnout" is already in articles/small.md:20; give one of them another name',
    ),
    "two drivers of one name": (
        "## Work from home {#home}",
        "```yaml driver\nname: call AND paperwork<<\nsummary: Again.\npassages: [call]\n```\n\n"
        "## Work from home {#home}",
        None, 'the driver "call-and-paperwork" is already in articles/small.md:47; give one of them '
        "another name",
    ),
    "two roles under one heading": (
        "### Utilization review {#ur}",
        "```yaml role\nkind: telemedicine<<\nsummary: sees people by video\n```\n\n"
        "### Utilization review {#ur}",
        None, 'the role "telecardiology" is already in articles/small.md:69; give one of them another name',
    ),
    # Roles
    "unknown kind": (
        "kind: telemedicine", "kind: telemedecine<<",
        None, 'unknown kind of work "telemedecine"; did you mean telemedicine?',
    ),
    "kind like no other": (
        "kind: telemedicine", "kind: astronaut<<",
        None, 'unknown kind of work "astronaut"; add it to roles.yml or write one of '
        "telemedicine or utilization-review",
    ),
    "role without a summary": (
        "summary: checks for insurers whether a treatment is needed\n", "",
        114, 'this role has no "summary"; write "summary: a short clause without numbers"',
    ),
    "number in a summary": (
        "heart disease by video\nattributes", "heart disease by 2 videos<<\nattributes",
        None, "a number in the summary: 2; say it in words without the number; numbers belong in "
        "figures and polls",
    ),
    "long summary": (
        "summary: checks for insurers whether", "summary: checks for insurers" + " very" * 25
        + " often whether<<",
        None, "the summary has 180 characters; write at most 140",
    ),
    "role without a passage": (
        "Checks whether a treatment is needed.\n\nNo figure is given, but fees can reach €300 and"
        " more for each case. {#ur-pay}\n\n```yaml role\nkind: utilization-review",
        "```yaml role\nkind: utilization-review<<",
        None, "this role has no passage; write one between its heading and this block",
    ),
    "number in a pay note": (
        "pay_note: it varies", "pay_note: up to 500<<",
        None, '"pay_note" says 500, the passage "ur-pay" does not; take the number out or cite '
        "the passage that says it",
    ),
    "pay note's passage without a note": (
        "pay_note: it varies\n", "",
        126, "a passage for a pay note that is not there; write the pay_note or take this out",
    ),
    "pay note cites nothing": (
        "pay_note_passage: ur-pay", "pay_note_passage: ur-pays<<",
        None, 'there is no passage "ur-pays" in this article; did you mean ur-pay?',
    ),
    # Attributes
    "unknown attribute": (
        "- work_mode: remote", "- workmode: remote<<",
        None, 'unknown key "workmode" in this attribute; did you mean work_mode?',
    ),
    "unknown value": (
        "- work_mode: remote", "- work_mode: remotely<<",
        None, '"work_mode" cannot be "remotely"; did you mean remote?',
    ),
    "unknown basis": (
        "basis: implied", "basis: guessed<<",
        None, '"basis" cannot be "guessed"; write one of stated, implied or partly',
    ),
    "attribute without a basis": (
        "- {patient_contact: direct, basis: stated}", "- {patient_contact: direct}<<",
        None, 'this attribute has no "basis"; write "basis: stated"',
    ),
    "two attributes in one": (
        "- {patient_contact: direct, basis: stated}",
        "- {patient_contact: direct, travel: none, basis: stated}<<",
        None, 'this attribute names 2 properties; write one, such as "work_mode: remote", for '
        'each "- "',
    ),
    "attribute given twice": (
        "- {patient_contact: direct, basis: stated}", "- {work_mode: remote, basis: stated}<<",
        None, "work_mode: remote is given twice; keep the one with the better passage",
    ),
    "attribute cites nothing": (
        "    passage: home", "    passage: away<<",
        None, 'there is no passage "away" in this article; write {#away} at the end of the '
        "passage that states it",
    ),
    "attributes are no list": (
        "attributes:\n  - work_mode: remote\n    basis: implied\n    passage: home\n"
        "  - {patient_contact: direct, basis: stated}", "attributes: remote<<",
        None, '"attributes" is text, not a list; begin each item with "- "',
    ),
    # Figures
    "unknown unit": (
        "unit: hour", "unit: hourly<<",
        None, '"unit" cannot be "hourly"; did you mean hour?',
    ),
    "unknown statistic": (
        "statistic: unspecified", "statistic: mean<<",
        None, '"statistic" cannot be "mean"; did you mean median?',
    ),
    "unknown kind of pay": (
        "kind: fee", "kind: wage<<",
        None, '"kind" cannot be "wage"; write one of salary, rate or fee',
    ),
    "unknown currency": (
        "currency: EUR", "currency: €<<",
        None, '"currency" cannot be "€"; write its three capital letters, such as USD',
    ),
    "unknown unit basis": (
        "unit_basis: stated\n    as_written: \"$67", "unit_basis: assumed<<\n    as_written: \"$67",
        None, '"unit_basis" cannot be "assumed"; write one of stated or inferred',
    ),
    "amount with a dollar sign": (
        "amount: 357482", "amount: $357,482<<",
        None, '"amount" is not a plain number: "$357,482"; write digits only, such as 357482',
    ),
    "no number at all": (
        "    amount: 357482\n", "",
        78, 'this figure has no number; write "amount: 250000", or low and high',
    ),
    "a bound without a number": (
        "    low: 300\n", "    low: null<<\n",
        None, "a bound without a number; write the number of at least one end",
    ),
    "an amount without a number": (
        "amount: 67.49", "amount: null<<",
        None, "a bound without a number; write the number of at least one end",
    ),
    "low above high": (
        "low: 150000\n    high: 400000", "low: 400000<<\n    high: 150000",
        None, "low 400,000 is more than high 150,000; exchange them",
    ),
    "amount and a range": (
        "amount: 67.49", "amount: 67.49\n    high: 90<<",
        None, '"high" beside "amount"; write amount for one number, or low and high for a range',
    ),
    "a range of one amount": (
        "statistic: average\n    kind: rate", "statistic: range<<\n    kind: rate",
        None, "a range with one amount; write low and high, or another statistic",
    ),
    "as written nowhere": (
        'as_written: "$357,482"', 'as_written: "$357482"<<',
        None, '"$357482" is not in the passage "telecardiology-pay"; cite the passage that says '
        "it, or write it there as the source has it",
    ),
    "as written in another passage": (
        "    passage: telecardiology-pay\n  - statistic: range",
        "    passage: telecardiology\n  - statistic: range",
        83, '"$357,482" is not in the passage "telecardiology"; cite the passage that says it, or '
        "write it there as the source has it",
    ),
    "digits exchanged": (
        "amount: 357482", "amount: 354782",
        83, '"$357,482" says 357,482, the figure 354,782; write the same number in both',
    ),
    "end of a range changed": (
        "high: 400000", "high: 450000",
        92, '"$150k to $400,000" says 150,000 to 400,000, the figure 150,000 to 450,000; write '
        "the same number in both",
    ),
    "as written without a number": (
        'as_written: "€300"', 'as_written: "fees"<<',
        None, '"fees" holds no number; write the amount as the source has it',
    ),
    "another unit than written": (
        "unit: hour", "unit: day<<",
        None, '"$67.49/hour" says hour, the unit is day; write "unit: hour"',
    ),
    "unit inferred though written": (
        'unit_basis: stated\n    as_written: "$67', 'unit_basis: inferred<<\n    as_written: "$67',
        None, '"$67.49/hour" states the unit; write "unit_basis: stated"',
    ),
    "a median that is an average": (
        "statistic: average\n    kind: rate", "statistic: median<<\n    kind: rate",
        None, 'the passage "telecardiology-pay" does not say median; write the statistic that the '
        "source names, there and here",
    ),
    "another site": (
        "attributed_to: ZipRecruiter\n    geography", "attributed_to: Glassdoor<<\n    geography",
        None, 'the passage "telecardiology-pay" does not name Glassdoor; write there whose figure '
        "it is",
    ),
    "number in a qualifier": (
        "qualifier: for most", "qualifier: for 90 of them<<",
        None, '"qualifier" says 90, the passage "telecardiology-pay" does not; take the number '
        "out or cite the passage that says it",
    ),
    "figure cites nothing": (
        "    passage: ur-pay", "    passage: urpay<<",
        None, 'there is no passage "urpay" in this article; did you mean ur-pay?',
    ),
    "unknown key in a figure": (
        "geography: U.S.", "geografy: U.S.<<",
        None, 'unknown key "geografy" in this figure; did you mean geography?',
    ),
    # Polls
    "percent above 100": (
        "percent: 26", "percent: 126<<",
        None, "126 is not a percentage; write a number from 0 to 100",
    ),
    "percent is not the one written": (
        "percent: 7.5\n", "percent: 7\n",
        42, '"7.5 percent" is not the percentage 7; write "7%" as the source has it',
    ),
    "percent not in the passage": (
        'as_written: "26%"', 'as_written: "26 %"<<',
        None, '"26 %" is not in the passage "call-poll"; cite the passage that says it, or write '
        "it there as the source has it",
    ),
    "sample not in the passage": (
        "sample: 1200", "sample: 1300<<",
        None, 'the passage "call-poll" does not say 1300; write the sample in the passage, or '
        "null",
    ),
    "part of a person": (
        "sample: 1200", "sample: 1200.5<<",
        None, '"sample" is not a whole number: "1200.5"; write a whole number',
    ),
    "multi-select maybe": (
        "multi_select: no\nsample", "multi_select: maybe<<\nsample",
        None, '"multi_select" cannot be "maybe"; write one of yes, no or unknown',
    ),
    "poll without a population": (
        "population: physicians\nmulti_select: no\nsample", "multi_select: no\nsample",
        20, 'this poll has no "population"; write "population: physicians on Sermo"',
    ),
    "poll cites nothing": (
        "passage: call-poll\ntopics", "passage: poll<<\ntopics",
        None, 'there is no passage "poll" in this article; write {#poll} at the end of the '
        "passage that states it",
    ),
    "topic written twice": (
        "topics: [reasons-for-leaving]", "topics: [burnout, burnout]<<",
        None, '"topics" names "burnout" twice; name it once',
    ),
    # Drivers
    "unknown poll in a driver": (
        "polls: [burnout, hours]", "polls: [burnout, hour]<<",
        None, 'there is no poll "hour" in this article; did you mean hours?',
    ),
    "unknown passage in a driver": (
        "passages: [call]", "passages: [calls]<<",
        None, 'there is no passage "calls" in this article; did you mean call?',
    ),
    "number in a driver": (
        "summary: Nights on call", "summary: 12 nights on call<<",
        None, "a number in the summary: 12; say it in words without the number; numbers belong in "
        "figures and polls",
    ),
    # Numbers that only the prose states
    "money that no figure holds": (
        "heart disease.\n\nZip", "heart disease, for\n$500 a day.<<\n\nZip",
        None, "this passage states $500, but no figure or poll that cites it holds it; write a "
        'figure with "passage: telecardiology"',
    ),
    "a share that no poll holds": (
        "All of these are done", "58% of these are done<<",
        None, "this passage states 58%, but no figure or poll that cites it holds it; write a "
        'poll with "passage: home"',
    ),
}

# These show a second time: what they break or take away is missing elsewhere.
SHOWN_TWICE = {
    "block that is not YAML", "two passages with one anchor", "two polls with one id",
    "role without a passage", "low above high", "as written in another passage",
    "as written without a number", "figure cites nothing", "percent above 100",
    "poll cites nothing",
}
