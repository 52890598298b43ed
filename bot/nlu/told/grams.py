"""Words and pieces of words of a sentence, weighted by how much they tell."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Callable, Dict, List, Tuple

import numpy
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.nlu.parsers.denied import DENIED
from bot.nlu.parsers.sms import spell_out

LONGEST = 1000
WEIGHT = 4.0  # features scaled by w are regularised as if C were w²
_MARKS = re.compile(r"[^\w?]+")
_NUMBER = re.compile(r"\d+")
# What is denied did not happen: 'no fue choque, se me vino encima una barda'.
_DENIED = re.compile(
    rf"(?:{DENIED}|\bno (?:me |nos |se |me l[oa] |se l[oa] )?(?:(?:h?e|hemos|ha|han) )?)"
    r"(?:choqu?\w*|choc\w+|accidente|siniestro|percance|robo|robaron|robado|pegaron|colision|atropell\w+|volcadura)\b"
)


def normalized(text: str) -> str:
    """Short forms written out, without accents and marks but the question's; every number but 0 the same."""
    plain = _NUMBER.sub(
        lambda number: "0" if number[0] == "0" else "9",
        _DENIED.sub(" ", spell_out(text[:LONGEST], c_for_se=False).text),
    )
    return _MARKS.sub(" ", plain.replace("¿", "?")).strip()


_WORD = r"(?u)\b\w+\b|\?"


def _vectorizers() -> Dict[str, TfidfVectorizer]:
    return {
        "words": TfidfVectorizer(ngram_range=(1, 3), token_pattern=_WORD, min_df=3, sublinear_tf=True),
        "pieces": TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=6, sublinear_tf=True),
    }


class Grams:
    """TF-IDF of word n-grams (1 to 3) and of character n-grams inside words (3 to 5).

    For one sentence scikit-learn's own `transform` is several times slower: it takes its argument for a corpus.
    """

    def __init__(self, vocabulary: Dict[str, Dict[str, int]], idf: Dict[str, numpy.ndarray]) -> None:
        self._of: Dict[str, Callable[[str], List[str]]] = {
            name: vectorizer.build_analyzer() for name, vectorizer in _vectorizers().items()
        }
        self._vocabulary, self._idf = vocabulary, idf

    @classmethod
    def fit(cls, texts: List[str]) -> Tuple["Grams", csr_matrix]:
        """What the (normalized) texts teach, and their own rows."""
        vocabulary, idf, columns = {}, {}, []
        for name, vectorizer in _vectorizers().items():
            columns.append(vectorizer.fit_transform(texts))
            vocabulary[name] = {gram: int(index) for gram, index in vectorizer.vocabulary_.items()}
            idf[name] = vectorizer.idf_.astype(numpy.float32)
        return cls(vocabulary, idf), hstack(columns).tocsr() * WEIGHT

    def row(self, text: str) -> Tuple[numpy.ndarray, numpy.ndarray]:
        """The columns of a normalized text and their values."""
        columns, values, width = [numpy.zeros(0, dtype=int)], [numpy.zeros(0)], 0
        for name, grams_of in self._of.items():
            vocabulary, idf = self._vocabulary[name], self._idf[name]
            known = {vocabulary[gram]: times for gram, times in Counter(grams_of(text)).items() if gram in vocabulary}
            if known:
                indices = numpy.fromiter(known, dtype=int)
                weights = (numpy.log(numpy.fromiter(known.values(), dtype=float)) + 1.0) * idf[indices]
                columns.append(indices + width)
                values.append(weights * (WEIGHT / numpy.linalg.norm(weights)))
            width += len(idf)
        return numpy.concatenate(columns), numpy.concatenate(values)

    def save(self, folder: Path) -> None:
        """Leave it in a folder."""
        for name, vocabulary in self._vocabulary.items():
            (folder / f"{name}.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
            numpy.save(folder / f"{name}.npy", self._idf[name], allow_pickle=False)

    @classmethod
    def load(cls, folder: Path) -> "Grams":
        """As it was saved."""
        names = list(_vectorizers())
        return cls(
            {name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in names},
            {name: numpy.load(folder / f"{name}.npy", allow_pickle=False) for name in names},
        )
