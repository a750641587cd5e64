"""Joint training of all heads, with an average of the weights kept beside."""

from __future__ import annotations

import logging
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from harmattan.readers.pieces import BEGIN, END
from harmattan.readers.windows import LONGEST_PIECES
from training.batches import SYNTAX_LIMITS, Batch, Collator, Window, group_by_size, windows
from training.examples import Example, Labels, side_labels
from training.losses import losses
from training.model import Reader, SideHeads
from training.wardrobe import Wardrobe

log = logging.getLogger("training")

MASK = 103
"""[MASK] in the vocabulary of BERT."""


@dataclass(frozen=True)
class Round:
    """Epochs through which the rates fall from a share of the schedule's to nothing."""

    epochs: int
    rate: float = 1.0
    taught_beside: bool = True
    """Whether the layers that only teach take part."""


@dataclass(frozen=True)
class Schedule:
    """How long and how fast. The rates fall to nothing at the end of each round, or when `minutes` are over."""

    epochs: int = 11
    """In each round."""
    rounds: int = 2
    """A round begins with the averaged weights of the one before, and at the full rate again."""
    minutes: float = 1e6
    encoder_rate: float = 2e-4
    head_rate: float = 2e-3
    warmup: float = 0.06
    average_decay: float = 0.998
    clip: float = 2.0
    batch_pieces: int = 1800
    seed: int = 20
    keep_irrelevant: float = 0.5
    """Share of the windows without any role filler that an epoch sees."""
    hidden_windows: float = 0.3
    hidden_pieces: float = 0.1
    """In so many windows so many pieces are hidden from the reader, so that it leans on the words around."""
    settling: int = 4
    """Epochs of a last round, at half the rates and without the layers that only teach."""

    def plan(self) -> list[Round]:
        """All rounds in their order."""
        last = [Round(self.settling, 0.5, taught_beside=False)] if self.settling else []
        return [Round(self.epochs)] * self.rounds + last

    def course(self) -> list[tuple[Round, bool]]:
        """The round of each epoch, and whether the epoch is its first."""
        return [(round_, nth == 0) for round_ in self.plan() for nth in range(round_.epochs)]


class Trainer:
    """One run: the model, its average, the optimiser and the order of batches."""

    def __init__(self, syntax: Sequence[Example], incidents: Sequence[Example], schedule: Schedule) -> None:
        random.seed(schedule.seed)
        np.random.seed(schedule.seed)
        torch.manual_seed(schedule.seed)
        self.schedule = schedule
        self.labels = Labels.of(syntax)
        self.reader = Reader(self.labels)
        self.reader.encoder.load_minilm()
        self.average = [parameter.detach().clone() for parameter in self.reader.parameters()]
        self._syntax = [example for example in syntax if example.size <= LONGEST_PIECES]
        self._incidents = [example for example in incidents if example.size <= LONGEST_PIECES]
        self._generator = random.Random(schedule.seed)
        self._wardrobe = Wardrobe(self.labels, self._generator)
        inventories = side_labels(syntax)
        self._side = SideHeads(inventories)
        self._collate = Collator(self.labels, inventories)
        started: list[torch.nn.Parameter] = []
        new: list[torch.nn.Parameter] = []
        for name, parameter in self.reader.named_parameters():
            loaded = name.startswith("encoder.") and not name.startswith("encoder.shape")
            (started if loaded else new).append(parameter)
        new += self._side.parameters()
        self._optimiser = torch.optim.AdamW(
            [{"params": started, "base": schedule.encoder_rate}, {"params": new, "base": schedule.head_rate}],
            lr=schedule.encoder_rate,
            weight_decay=0.01,
            betas=(0.9, 0.95),
            fused=True,
        )
        self._round = Round(schedule.epochs)
        self._step = 0
        self._began = time.monotonic()

    def run(self, out: Path) -> None:
        """Train; after each epoch write `reader.pt` with the averaged weights.

        Beside it stands all that a run that was killed needs to go on as if it had not been, until the last
        epoch is over.
        """
        out.mkdir(parents=True, exist_ok=True)
        state = out / "state.pt"
        done = self.resume(state)
        for epoch, (round_, first) in enumerate(self.schedule.course(), 1):
            if epoch <= done:
                continue
            if first:
                self._begin(round_)
            began = time.monotonic()
            self._epoch(epoch)
            self.save(out / "reader.pt", epoch)
            self.save_state(state, epoch)
            log.info("epoch %d took %.0f s", epoch, time.monotonic() - began)
            if self._late() >= 1:
                log.warning("stopped after epoch %d: the time is over", epoch)
                break
        state.unlink(missing_ok=True)

    def start_from(self, weights: Mapping[str, Tensor]) -> None:
        """Go on from what an earlier run saved, as a new round."""
        with torch.no_grad():
            for name, parameter in self.reader.named_parameters():
                parameter.copy_(weights[name])
            for kept, parameter in zip(self.average, self.reader.parameters(), strict=True):
                kept.copy_(parameter)

    def _begin(self, round_: Round) -> None:
        """Go on from the average, at the round's full rate again."""
        names = [name for name, _ in self.reader.named_parameters()]
        self.start_from(dict(zip(names, [kept.clone() for kept in self.average], strict=True)))
        self._step = 0
        self._enter(round_)

    def _enter(self, round_: Round) -> None:
        self._round = round_
        if not round_.taught_beside:
            self._side, self._collate = SideHeads({}), Collator(self.labels, {})

    def save(self, path: Path, epoch: int) -> None:
        """Write the averaged weights, the inventories and the schedule."""
        names = [name for name, _ in self.reader.named_parameters()]
        weights = {name: tensor.clone() for name, tensor in zip(names, self.average, strict=True)}
        _write(
            path,
            {
                "weights": weights,
                "labels": asdict(self.labels),
                "schedule": asdict(self.schedule),
                "epoch": epoch,
                "minutes": self._minutes(),
            },
        )

    def save_state(self, path: Path, epoch: int) -> None:
        """Write all that decides how training goes on from here."""
        _write(
            path,
            {
                "schedule": asdict(self.schedule),
                "epoch": epoch,
                "minutes": self._minutes(),
                "step": self._step,
                "weights": self.reader.state_dict(),
                "average": self.average,
                "side": self._side.state_dict(),
                "optimiser": self._optimiser.state_dict(),
                "draws": self._generator.getstate(),
                "torch draws": torch.get_rng_state(),
                "names seen": self._wardrobe.seen(self._incidents),
            },
        )

    def resume(self, path: Path) -> int:
        """Take up a killed run of the same schedule; how many epochs of it were over, 0 where there is none."""
        if not path.exists():
            return 0
        kept = torch.load(path, weights_only=True)
        if kept["schedule"] != asdict(self.schedule):
            log.warning("%s is of another schedule: training begins anew", path)
            return 0
        epoch: int = kept["epoch"]
        log.warning("going on after epoch %d of %s; remove that file to begin anew", epoch, path)
        self._enter(self.schedule.course()[epoch - 1][0])
        self._began = time.monotonic() - 60 * kept["minutes"]
        self._step = kept["step"]
        self.reader.load_state_dict(kept["weights"])
        self._side.load_state_dict(kept["side"])
        self._optimiser.load_state_dict(kept["optimiser"])
        with torch.no_grad():
            for ours, theirs in zip(self.average, kept["average"], strict=True):
                ours.copy_(theirs)
        version, draws, spare = kept["draws"]
        self._generator.setstate((version, tuple(draws), spare))
        torch.set_rng_state(kept["torch draws"])
        self._wardrobe.remind(self._incidents, kept["names seen"])
        return epoch

    def _minutes(self) -> float:
        return (time.monotonic() - self._began) / 60

    def _late(self) -> float:
        return self._minutes() / self.schedule.minutes

    def _groups(self) -> list[list[Window]]:
        """The batches of an epoch in random order, cut anew each time."""
        draw = self._generator
        syntax = list(windows(self._syntax, lambda: draw.choice(SYNTAX_LIMITS)))
        incidents = [
            window
            for window in windows(self._incidents, lambda: draw.randint(140, LONGEST_PIECES))
            if any(any(map(any, example.incident.roles)) for example in window if example.incident)
            or draw.random() < self.schedule.keep_irrelevant
        ]
        groups = [
            *group_by_size(syntax, self.schedule.batch_pieces, draw),
            *group_by_size(incidents, self.schedule.batch_pieces, draw),
        ]
        draw.shuffle(groups)
        return groups

    def _epoch(self, epoch: int) -> None:
        self.reader.train()
        groups = self._groups()
        total = len(groups) * self._round.epochs
        sums: defaultdict[str, float] = defaultdict(float)
        counts: Counter[str] = Counter()
        began = time.monotonic()
        for index, (group, batch, plain) in enumerate(self._batches(groups), 1):
            self._set_rate(total)
            found, upos = losses(self.reader, self._side, batch)
            if plain:
                self._remember(group, upos.detach())
            loss = torch.stack(list(found.values())).sum()
            self._optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(self.reader.parameters(), self.schedule.clip)
            self._optimiser.step()
            self._update_average()
            for name, value in found.items():
                sums[name] += value.item()
                counts[name] += 1
            if index % 100 == 0 or index == len(groups):
                means = " ".join(f"{name} {sums[name] / counts[name]:.3f}" for name in sums)
                log.info(
                    "epoch %d, %d/%d, %.0f s: %s", epoch, index, len(groups), time.monotonic() - began, means
                )

    def _batches(self, groups: Sequence[list[Window]]) -> Iterator[tuple[list[Window], Batch, bool]]:
        """Each group, its batch, and whether it is MUC-4 as it was printed."""
        for group in groups:
            shapes = [self._wardrobe(window) for window in group]
            incidents = group[0][0].incident is not None
            batch = self._collate(group, shapes)
            self._hide(batch.pieces)
            yield group, batch, incidents

    def _hide(self, pieces: Tensor) -> None:
        """Put the mask in place of some pieces (Devlin et al. 2019), never of the marks at a window's ends."""
        windows = torch.rand(pieces.shape[0], 1) < self.schedule.hidden_windows
        chosen = windows & (torch.rand(pieces.shape) < self.schedule.hidden_pieces)
        ends = (pieces == 0) | (pieces == BEGIN) | (pieces == END)
        pieces.masked_fill_(chosen & ~ends, MASK)

    def _remember(self, group: list[Window], upos: Tensor) -> None:
        at = 0
        for window in group:
            count = sum(len(example.words) for example in window)
            self._wardrobe.remember(window, upos[at : at + count])
            at += count

    def _set_rate(self, total: int) -> None:
        done = max(self._step / total, min(1.0, self._late()))
        factor = min((self._step + 1) / (self.schedule.warmup * total), 1 - done + 1e-3)
        for group in self._optimiser.param_groups:
            group["lr"] = group["base"] * self._round.rate * factor
        self._step += 1

    def _update_average(self) -> None:
        decay = min(self.schedule.average_decay, (1 + self._step) / (10 + self._step))
        with torch.no_grad():
            torch._foreach_lerp_(self.average, list(self.reader.parameters()), 1 - decay)


def _write(path: Path, kept: Mapping[str, object]) -> None:
    """Put it in place in one go, so that whoever is killed while writing leaves what was there."""
    part = path.with_suffix(".part")
    torch.save(dict(kept), part)
    part.replace(path)
