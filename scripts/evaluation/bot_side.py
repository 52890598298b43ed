"""What the evaluation does with the bot's own Python, one process a step so that times and memory are each step's own.

python -m scripts.evaluation.bot_side train CONFIG FOLDER [EPOCHS]    trains on bot/data; the last line is the model
python -m scripts.evaluation.bot_side parse CONFIG MODEL TEXTS OUTPUT    TEXTS: a JSON list; OUTPUT: see `measure`

Parsing loads what serving would load: no TensorFlow for a pipeline that uses none.
"""

import asyncio
import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

import yaml

from bot import without_tensorflow

WARM_UP = 20


def train(config: Path, folder: Path, epochs: int | None) -> str:
    """Train the pipeline of `config`, without its policies, on bot/data; returns the model's path."""
    from rasa.model_training import train_nlu  # noqa: PLC0415 (TensorFlow decides what is imported)

    recipe = yaml.safe_load(config.read_text(encoding="utf-8"))
    recipe.pop("policies", None)
    for component in recipe["pipeline"]:
        if epochs and "epochs" in component:
            component["epochs"] = epochs
    written = folder / config.name
    written.write_text(yaml.safe_dump(recipe, allow_unicode=True), encoding="utf-8")
    return str(train_nlu(str(written), "bot/data", str(folder), fixed_model_name=config.stem, domain="domain.yml"))


def measure(model: str, texts: list[str]) -> dict[str, Any]:
    """{"load_seconds", "memory_mb", "parsed": [{"intent", "confidence", "entities", "seconds"} for each text]}."""
    from rasa.core.agent import Agent  # noqa: PLC0415 (after `install`)

    began = time.perf_counter()
    agent = Agent.load(model)
    loaded = time.perf_counter() - began
    parsed = asyncio.run(_parse_all(agent, texts))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"load_seconds": loaded, "memory_mb": memory, "parsed": parsed}


async def _parse_all(agent: Any, texts: list[str]) -> list[dict[str, Any]]:
    for text in texts[:WARM_UP]:
        await agent.parse_message(text)
    return [await _parse(agent, text) for text in texts]


async def _parse(agent: Any, text: str) -> dict[str, Any]:
    began = time.perf_counter()
    result = await agent.parse_message(text)
    seconds = time.perf_counter() - began
    intent = result.get("intent") or {}
    entities = [{"entity": e.get("entity"), "value": e.get("value")} for e in result.get("entities") or []]
    return {
        "intent": intent.get("name"),
        "confidence": intent.get("confidence"),
        "entities": entities,
        "seconds": seconds,
    }


def main(arguments: list[str]) -> None:
    """Do one step."""
    if arguments[0] == "train":
        epochs = int(arguments[3]) if len(arguments) > 3 else None
        print(train(Path(arguments[1]), Path(arguments[2]), epochs))
    else:
        without_tensorflow.install(Path(arguments[1]))
        texts = json.loads(Path(arguments[3]).read_text(encoding="utf-8"))
        Path(arguments[4]).write_text(json.dumps(measure(arguments[2], texts)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
