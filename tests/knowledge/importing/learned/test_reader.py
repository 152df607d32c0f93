"""The page reader itself: what it says are words of its window, and it learns what it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.token_weights import packaged_folder
from knowledge.importing.learned.examples import FIELDS, KINDS, Example
from knowledge.importing.learned.reader import PageReader, WindowReading
from knowledge.importing.learned.windows import Window

TEXT = "# Writing [SEP] In Ohio the Harbor Survey has editors with a degree at $91,000 a year."


@pytest.fixture(scope="module")
def reader() -> PageReader:
    return PageReader(packaged_folder())


def window(text: str = TEXT, amount: str = "$91,000") -> Window:
    start = text.index(amount)
    return Window(text, start, start + len(amount))


def test_values_are_slices_of_the_window(reader: PageReader) -> None:
    (reading,) = reader.read([window()])

    assert set(reading.values) == set(FIELDS)
    for value in reading.values.values():
        assert 0 <= value.probability <= 1
        assert value.words is None or value.words in TEXT


def test_probabilities_of_a_choice_add_up(reader: PageReader) -> None:
    (reading,) = reader.read([window()])

    assert list(reading.kinds) == list(KINDS) and sum(reading.kinds.values()) == pytest.approx(1, abs=1e-4)


def test_windows_are_read_alike_alone_and_among_others(reader: PageReader) -> None:
    others = [window("Reviewers get $120 an hour. " * times, "$120") for times in (1, 5, 20)]
    (alone,) = reader.read([window()])
    among = reader.read([others[0], window(), *others[1:]])[1]

    assert {name: value.words for name, value in alone.values.items()} == {
        name: value.words for name, value in among.values.items()
    }
    for name, value in alone.values.items():
        assert value.probability == pytest.approx(among.values[name].probability, abs=1e-3)


@pytest.mark.parametrize(
    "strange",
    [
        Window("", 0, 0),
        Window("$5", 0, 2),
        Window("\u200b\ue100\x00 $5 \U0001f4b0", 4, 6),
        Window("word " * 5000 + "$5" + " word" * 5000, 25000, 25002),
        Window("no amount here", 3, 3),
    ],
    ids=["empty", "alone", "signs", "endless", "nothing"],
)
def test_strange_windows_are_read_without_an_error(reader: PageReader, strange: Window) -> None:
    (reading,) = reader.read([strange])

    assert isinstance(reading, WindowReading)


def test_nothing_is_read_of_no_windows(reader: PageReader) -> None:
    assert reader.read([]) == []


def test_weights_of_another_network_are_refused(tmp_path: Path) -> None:
    import torch
    from safetensors.torch import save_file

    save_file({"mark": torch.zeros(384)}, tmp_path / "weights.safetensors")
    with pytest.raises(ValueError, match="waypoint train-reader"):
        PageReader(packaged_folder(), tmp_path / "weights.safetensors")


@pytest.mark.slow
def test_what_is_shown_is_learned_and_can_be_kept(tmp_path: Path) -> None:
    from knowledge.importing.learned.training import Schedule, save, train

    texts = [
        ("Editors in Ohio get $90,000.", "$90,000", "Ohio"),
        ("Editors get $80,000 at first.", "$80,000", None),
        ("In Maine writers earn $70,000.", "$70,000", "Maine"),
        ("Writers of the Guild earn $60,000.", "$60,000", None),
    ]
    examples = []
    for text, amount, place in texts:
        spans = {"place": ((text.index(place), text.index(place) + len(place)),) if place else ()}
        examples.append(Example(window(text, amount), "figure", spans, None, "test"))
    told: list[str] = []

    network = train(examples * 4, packaged_folder(), Schedule(rounds=12, rate=2e-3, batch=8), told.append)
    save(network, tmp_path / "weights.safetensors")
    read = PageReader(packaged_folder(), tmp_path / "weights.safetensors").read([one.window for one in examples])

    assert [one.values["place"].words for one in read] == ["Ohio", None, "Maine", None]
    losses = [float(line.split()[-1]) for line in told]
    assert losses[-1] < losses[0] / 4
    assert (tmp_path / "weights.safetensors").stat().st_size < 6e6
