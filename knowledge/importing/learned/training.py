"""Teaches the page reader from examples; what it learned is kept in weights.safetensors.

A laptop's processor is enough: half an hour for some thousand examples.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor
from torch.nn.functional import cross_entropy
from torch.nn.utils.rnn import pad_sequence

from knowledge.importing.learned.examples import FIELDS, KINDS, MULTI, Example
from knowledge.importing.learned.network import PageNetwork, learned_of, network_of
from knowledge.importing.learned.tokens import Tokenization, Tokens, batch_of

_LOOKED_AT = 32  # lessons at once


@dataclass(frozen=True)
class Schedule:
    """How long and how fast to learn.

    Attributes:
        rounds: How often each example is seen.
        rate: Highest learning rate; it rises for a tenth of the time and falls to nothing after that.
        batch: Examples of one step.
        seed: Of the order and of the first weights.
    """

    rounds: int = 4
    rate: float = 8e-4
    batch: int = 16
    seed: int = 7


@dataclass(frozen=True)
class _Lesson:
    """An example in tokens; `spans`: by field the right first and last tokens, (0, 0) where nothing is said."""

    tokens: Tokens
    spans: dict[int, list[tuple[int, int]]]
    kind: int
    multi: int | None
    seen: list[Tensor] = field(default_factory=list)  # what the lower layers make of it: one tensor, computed once


def train(
    examples: Sequence[Example], encoder: Path, schedule: Schedule = Schedule(), told: Callable[[str], None] = print
) -> PageNetwork:
    """Learn from examples.

    Args:
        examples: What to learn from.
        encoder: Folder of the encoder's weights and tokenizer.
        schedule: How long and how fast.
        told: Called with a line after each round.
    """
    torch.manual_seed(schedule.seed)
    shuffle = random.Random(schedule.seed)
    tokenization = Tokenization(encoder)
    lessons = [_lesson(example, tokenization) for example in examples]
    network = network_of(encoder / "model.onnx").train()
    network.hasten()
    _look(network, lessons)
    learned = [weight for weight in network.parameters() if weight.requires_grad]
    steps = schedule.rounds * -(-len(lessons) // schedule.batch)
    optimizer = torch.optim.AdamW(learned, lr=schedule.rate, weight_decay=0.01)
    pace = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, schedule.rate, total_steps=steps, pct_start=0.1, anneal_strategy="linear"
    )
    for number in range(schedule.rounds):
        total = 0.0
        for batch in _batches(lessons, schedule.batch, shuffle):
            loss = _loss(network, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learned, 1.0)
            optimizer.step()
            pace.step()
            total += float(loss.detach()) * len(batch)
        told(f"round {number + 1} of {schedule.rounds}: loss {total / len(lessons):.3f}")
    return network.eval()


def save(network: PageNetwork, weights: Path) -> None:
    """Keep what was learned."""
    save_file(learned_of(network), weights)


def _lesson(example: Example, tokenization: Tokenization) -> _Lesson:
    tokens = tokenization.tokens(example.window)
    spans = {}
    for name, places in example.spans.items():
        found = [span for span in (tokens.covering(*place) for place in places) if span] if places else [(0, 0)]
        if found:
            spans[FIELDS.index(name)] = found
    multi = MULTI.index(example.multi) if example.multi else None
    return _Lesson(tokens, spans, KINDS.index(example.kind), multi)


@torch.no_grad()
def _look(network: PageNetwork, lessons: Sequence[_Lesson]) -> None:
    """Let the lower layers see every lesson, once."""
    order = sorted(lessons, key=lambda lesson: len(lesson.tokens.ids))
    for first in range(0, len(order), _LOOKED_AT):
        batch = order[first : first + _LOOKED_AT]
        ids, mask, _ = batch_of([lesson.tokens for lesson in batch])
        for lesson, seen in zip(batch, network.seen(ids, mask)):
            lesson.seen.append(seen[: len(lesson.tokens.ids)].half())


def _batches(lessons: Sequence[_Lesson], size: int, shuffle: random.Random) -> Iterator[list[_Lesson]]:
    """Lessons of like length together, in random order."""
    order = sorted(range(len(lessons)), key=lambda number: len(lessons[number].tokens.ids) + 20 * shuffle.random())
    batches = [order[first : first + size] for first in range(0, len(order), size)]
    shuffle.shuffle(batches)
    for batch in batches:
        yield [lessons[number] for number in batch]


def _loss(network: PageNetwork, batch: Sequence[_Lesson]) -> Tensor:
    _, mask, marked = batch_of([lesson.tokens for lesson in batch])
    seen = pad_sequence([lesson.seen[0] for lesson in batch], batch_first=True).float()
    scores, (kinds, multi) = network(seen, mask, marked)
    ends = scores.log_softmax(-1)
    pointed = []
    for row, lesson in enumerate(batch):
        for number, spans in lesson.spans.items():  # any of the places where the words stand is right
            first, last = torch.tensor(spans).T
            pointed.append(-(ends[row, 0, number][first] + ends[row, 1, number][last]).logsumexp(0))
    loss = cross_entropy(kinds, torch.tensor([lesson.kind for lesson in batch]))
    if pointed:
        loss = loss + torch.stack(pointed).mean()
    asked = [row for row, lesson in enumerate(batch) if lesson.multi is not None]
    if asked:
        loss = loss + 0.5 * cross_entropy(multi[asked], torch.tensor([batch[row].multi for row in asked]))
    return loss
