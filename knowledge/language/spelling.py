"""Typing errors: the nearest word of our tables to a word that is no word.

Only words of five letters and more are put right, only towards words of that length, and
never an ordinary English word ("remove" is not "remote").
"""

from __future__ import annotations

from functools import lru_cache
from typing import Dict, FrozenSet, Iterable, Iterator, List, Optional, Tuple

from rapidfuzz.distance import OSA, Indel

# Frequent words and forms that lie one typing error from a word of the tables.
ALWAYS_PROTECTED: FrozenSet[str] = frozenset(
    "remove removed removes remodel promote devote demote remotes media median medial medic "
    "medics "
    "radical radial logical legally loyal regal leg lab labs label path paths pathway patch "
    "neural "
    "moral morals oral viral rural mental dental rental renal penal urologist neurologist "
    "urology "
    "neurology virology virologist serology oncogene ontology oncology audiology biology "
    "geology "
    "cardinal cardiac careers carers carrier carriers career travail travels trivial trial "
    "trials "
    "trail trails trains train device devise advise advice divide office officer offer offers "
    "hours house horses course courses nurse nurses purse source sources force forces resource "
    "highest higher hightech height latest last least feast fast first thirst burst worst wurst "
    "lowest lower flower power tower towers slower slowest write writer writing waiting wiring "
    "waiter whiter winter review reviews revise revenue preview previews reviewed viewer "
    "viewers "
    "expert export experts exports except excerpt accept witness fitness illness business "
    "consultation consolation consulting consultant constant content contest contact contract "
    "contracts contacts contents context patient patience parent parents patent patents potent "
    "directs direct directly director directors doctor doctors doctoral dictator science "
    "silence "
    "since license licence liaison liaise lesion lessons lesson medical radical magical "
    "medically "
    "legal pharma farm harm charm pharmacy pharmacist pharmacists pharmacies flexible feasible "
    "flexibly reflexive stable table cable unable usable gable staple start stars state states "
    "status stage stages salary celery salad solar scholar dollar dollars figure figures future "
    "nature mature grants grant grand grants giant giants chart charts chars charm cart carts "
    "card "
    "cards cars care cares cared bored board boards boarded hoard hoards broad road roads read "
    "reads ready reader insure ensure insurer insures insured injured inquiry industry intern "
    "interns internal interval integral journal journals teach teaches beach reach teacher "
    "teams "
    "team term terms tests test tech techs text texts start startup started starting starring "
    "hospice hospital hospitable hostile hostel virtual ritual visual usual casual causal "
    "actual "
    "mutual manual annual annuals anal canal animal animals gigs digs figs pigs rigs wigs "
    "giggle "
    "weekend weekends weekday weekdays weakened nights lights rights sights fights tights "
    "knights "
    "visas vistas visit visits calls falls halls walls balls cells cell bonus bonuses minus "
    "genus "
    "equity equality quality quantity pension tension mention dimension passion mansion "
    "vocation "
    "vacation location occasion education medication dedication mediation meditation indication "
    "speech peach search reach each march match watch catch batch patches hatch latch psychic "
    "psych psyche physic physics physical physicals physician physicians musician magician "
    "politician practitioner petition partition addition addiction diction addicts fiction "
    "friction "
    "surgery surgeries forgery surge surges surgeon sturgeon surgeons geriatric bariatric "
    "pediatric psychiatric psychiatry podiatry podiatrist dentist dentistry chemist chemistry "
    "optician optometrist optometry ophthalmic general generals genera central mineral several "
    "federal liberal lateral literal critical clinical cynical typical tropical topical optical "
    "cosmetic cosmetics genetic genetics kinetic energetic athletic synthetic aesthetic "
    "anesthetic "
    "reliable variable viable liable friable notice notices novice police policy polices polity "
    "drugs drug drum drums trucks truck drive driver drivers drives derives dives lives leaves "
    "leave leaving living loving moving losing using having hiring firing tiring wiring".split()
)

_SHORTEST = 5
# Frequent errors in words that are too short for the rule.
_SHORT_ERRORS = {
    "tiem": "time", "tmie": "time", "wrok": "work", "wokr": "work", "hoem": "home", "hme": "home",
    "frm": "from", "fro": "for", "pateint": "patient", "paitent": "patient", "teh": "the",
    "pharam": "pharma", "farma": "pharma", "drg": "drug", "phrama": "pharma", "onyl": "only", "olny": "only",
    "hrs": "hours", "wknds": "weekends", "wknd": "weekend", "wkends": "weekends", "sched": "schedule",
    "mgmt": "management", "co": "company", "cos": "companies", "wk": "week", "yr": "year",
    "wihtout": "without", "witout": "without", "insted": "instead", "nigths": "nights",
}  # fmt: skip


class Speller:
    """Puts typing errors right towards a fixed vocabulary.

    Args:
        vocabulary: Words of the tables.
        protected: Ordinary English words that are never changed.
    """

    def __init__(self, vocabulary: Iterable[str], protected: Iterable[str]) -> None:
        self._known = frozenset(vocabulary)
        self._english = frozenset(protected)
        self._protected = self._english | ALWAYS_PROTECTED | self._known
        self._buckets: Dict[Tuple[int, str], List[str]] = {}
        for word in sorted(self._known):
            if len(word) >= _SHORTEST and word.isalpha():
                for key in {word[0], "?" + word[1]}:
                    self._buckets.setdefault((len(word), key), []).append(word)
        self.correct = lru_cache(maxsize=8192)(self._correct)

    def is_english(self, word: str) -> bool:
        """Whether a word is in the list of English words, with or without an ending."""
        return word in self._english or _is_inflected(word, self._english)

    def _correct(self, word: str) -> Optional[str]:
        """The word of the vocabulary that was meant, None when there is none or two."""
        if word in _SHORT_ERRORS:
            return _SHORT_ERRORS[word]
        if len(word) < _SHORTEST or len(word) > 30 or not word.isalpha():
            return None
        if word in self._known or word in self._protected or _is_inflected(word, self._protected):
            return None
        most = 1 if len(word) < 8 else 2
        best, best_rank, tied = None, (most + 1, 0, False), False
        for length in range(len(word) - most, len(word) + most + 1):
            allowed = 1 if min(length, len(word)) < 8 else 2
            for candidate in self._near_start(word, length, allowed):
                most_here = 1 if candidate[0] != word[0] else allowed
                distance = OSA.distance(word, candidate, score_cutoff=allowed)
                if distance > min(most_here, best_rank[0]):
                    continue
                if length == _SHORTEST and not _plainly_meant(word, candidate):
                    continue
                # Of equally near words a missing letter explains more than a wrong one, and a
                # word of English more than an abbreviation ("medcal": "medical", not "medmal").
                rank = (distance, Indel.distance(word, candidate), candidate not in self._english)
                if rank > best_rank:
                    continue
                tied = rank == best_rank and not _same_stem(best, candidate)
                best, best_rank = candidate, rank
        return None if tied else best

    def _near_start(self, word: str, length: int, allowed: int) -> Iterator[str]:
        """Words of a length that begin alike: errors in the first letter are rare.

        The first two letters may be swapped; long words may differ in the first one.
        """
        yield from self._buckets.get((length, word[0]), ())
        if word[1] != word[0]:
            for candidate in self._buckets.get((length, word[1]), ()):
                if candidate[1] == word[0]:
                    yield candidate
        if allowed == 2:
            for candidate in self._buckets.get((length, "?" + word[1]), ()):
                if candidate[0] != word[0]:
                    yield candidate


def _plainly_meant(word: str, candidate: str) -> bool:
    """Of the shortest words only swapped letters and a letter too many inside are put right."""
    longer = len(word) > len(candidate) and word[:2] == candidate[:2] and word[-2:] == candidate[-2:]
    return sorted(candidate) == sorted(word) or longer


def _is_inflected(word: str, protected: "FrozenSet[str]") -> bool:
    """Whether a protected word with an ending ("removing", "boarded")."""
    for ending in ("s", "es", "ed", "ing", "er", "ly"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            if len(stem) >= 4 and (stem in protected or stem + "e" in protected):
                return True
    return False


def _same_stem(one: Optional[str], other: str) -> bool:
    return one is not None and (one.rstrip("s") == other.rstrip("s"))
