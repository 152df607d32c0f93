"""The network of the page reader: an encoder, its upper layers turned towards the task, and a pointer for each field.

The encoder's weights stay as they are published. Each linear map of its upper layers gets a correction of low rank
(LoRA, Hu et al. 2021, https://arxiv.org/abs/2106.09685), so that what is learned is small enough to be kept with the
code; the lower layers see the text alone, so that training computes them once. A field's value is a span of the
window: a pointer to its first and one to its last token, or both to the first token of all, which means that the
text does not say (as in SQuAD 2.0, Rajpurkar et al. 2018, https://arxiv.org/abs/1806.03822).
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from knowledge.importing.learned.bert import bert_of
from knowledge.importing.learned.examples import FIELDS, KINDS, MULTI

RANK = 16
LOWER = 6  # layers that are left as they are
_STRENGTH = 2.0
_DROPPED = 0.1
_MAPS = ("query", "key", "value", "joined", "wide", "narrow")


class Corrected(nn.Module):
    """A linear map with a correction of low rank."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        self.linear = linear
        self.drop = nn.Dropout(_DROPPED)
        self.down = nn.Parameter(torch.randn(RANK, linear.in_features) / math.sqrt(linear.in_features))
        self.up = nn.Parameter(torch.zeros(linear.out_features, RANK))

    def forward(self, values: Tensor) -> Tensor:
        """Shapes (..., in) to (..., out)."""
        few = self.drop(values @ self.down.T.to(values.dtype))
        return self.linear(values) + few @ self.up.T.to(values.dtype) * _STRENGTH


class PageNetwork(nn.Module):
    """Encoder, pointers and two choices: what kind of amount it is, and how many answers a survey allowed."""

    def __init__(self, model: Path) -> None:
        """Take the encoder from an ONNX file, with nothing learned yet."""
        super().__init__()
        self.bert = bert_of(model)
        self.lower, self.upper = self.bert.layers[:LOWER], self.bert.layers[LOWER:]
        for layer in self.upper:
            for name in _MAPS:
                setattr(layer, name, Corrected(getattr(layer, name)))
        size = self.bert.norm.normalized_shape[0]
        self.mark = nn.Parameter(torch.randn(size))  # as large as what it is added to, else it is long overlooked
        self.pair = nn.Sequential(nn.Linear(3 * size, size), nn.GELU(), nn.Dropout(_DROPPED))
        self.pointers = nn.Linear(size, 2 * len(FIELDS))
        self.choices = nn.ModuleList(nn.Linear(2 * size, count) for count in (len(KINDS), len(MULTI)))

    def hasten(self) -> None:
        """Compute with half of the digits, for training: four times as fast where the processor knows bfloat16."""
        for weight in self.bert.parameters():
            if not weight.requires_grad:
                weight.data = weight.data.bfloat16()

    def seen(self, tokens: Tensor, mask: Tensor) -> Tensor:
        """What the lower layers make of a text, whatever its amount: (batch, length) to (batch, length, size)."""
        hidden, wide = self.bert.embedded(tokens), mask.bool()[:, None, None, :]
        for layer in self.lower:
            hidden = layer(hidden, wide)
        return hidden

    def forward(self, seen: Tensor, mask: Tensor, marked: Tensor) -> tuple[Tensor, list[Tensor]]:
        """Score the spans of a batch.

        Args:
            seen: Of `seen`, shape (batch, length, size).
            mask: 1 where there is a token, shape (batch, length).
            marked: 1 at the tokens of the amount, same shape.

        Returns:
            Scores of first and last tokens, shape (batch, 2, fields, length); of each choice (batch, values).
        """
        weight = marked.float().unsqueeze(-1)
        hidden, wide = seen + weight * self.mark, mask.bool()[:, None, None, :]
        hidden = hidden.to(self.bert.norm.weight.dtype)
        for layer in self.upper:
            hidden = layer(hidden, wide)
        hidden = hidden.float()
        amount = (hidden * weight).sum(1) / weight.sum(1).clamp(min=1)
        beside = amount.unsqueeze(1).expand_as(hidden)
        pairs = self.pair(torch.cat([hidden, beside, hidden * beside], dim=-1))
        scores = self.pointers(pairs).masked_fill(mask.unsqueeze(-1) == 0, -1e4)
        scores = scores.transpose(1, 2).reshape(len(mask), 2, len(FIELDS), -1)
        whole = torch.cat([hidden[:, 0], amount], dim=-1)
        return scores, [choice(whole) for choice in self.choices]


def network_of(model: Path, weights: Path | None = None) -> PageNetwork:
    """The network with the encoder of an ONNX file, and with what was learned, if that is given.

    Raises:
        ValueError: The weights are of another network.
    """
    network = PageNetwork(model)
    if weights is not None:
        learned = {name: value.float() for name, value in load_file(weights).items()}
        if unknown := set(learned) ^ set(learned_of(network)):
            raise ValueError(f"{weights} is of another network ({min(unknown)}). Run: waypoint train-reader")
        network.load_state_dict(learned, strict=False)
    return network.eval()


def learned_of(network: PageNetwork) -> dict[str, Tensor]:
    """The weights that are learned, by name, in half precision."""
    learned = ((name, weight) for name, weight in network.named_parameters() if weight.requires_grad)
    return {name: weight.detach().half().contiguous() for name, weight in learned}
