"""A placeholder for TensorFlow in the serving process.

Rasa imports TensorFlow wherever it is installed, even for a pipeline in which nothing uses it: six seconds and 300 MB
of a start whose budget is twenty seconds in all. Serving needs only that names exist, for class statements and type
hints. Training, evaluation and any configuration that names a TensorFlow component get the real library.
"""

import importlib.abc
import importlib.machinery
import sys
from pathlib import Path
from types import ModuleType
from typing import ClassVar

PACKAGES = frozenset({"tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_text", "keras"})
USERS = ("DIETClassifier", "TEDPolicy", "UnexpecTEDIntentPolicy", "ResponseSelector", "LanguageModelFeaturizer")
CONFIGURATION = Path(__file__).resolve().parent.parent / "config.yml"


class Placeholder(ModuleType):
    """A module in which every public name exists and none does anything."""

    __path__: ClassVar[list] = []

    def __getattr__(self, name: str):
        if name.startswith("__"):
            raise AttributeError(name)
        if name[0].isupper():
            return type(name, (object,), {"__class_getitem__": classmethod(lambda cls, _: cls)})
        return Placeholder(f"{self.__name__}.{name}")

    def __call__(self, *_, **__):
        """Stands for a decorator such as `tf.function(...)`."""
        return lambda decorated: decorated


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, fullname, path=None, target=None):
        if fullname.partition(".")[0] in PACKAGES:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec):
        return Placeholder(spec.name)

    def exec_module(self, module):
        pass


def install(configuration: Path = CONFIGURATION) -> bool:
    """Put the placeholder in TensorFlow's place, unless the configuration uses it; says whether it did."""
    if any(user in configuration.read_text(encoding="utf-8") for user in USERS):
        return False
    sys.meta_path.insert(0, _Finder())
    return True
