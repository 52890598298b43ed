"""How a message answers each question that may have been asked, as learned."""

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.answers.examples import beside, learn, made
from bot.nlu.answers.patterns import FOLDER
from bot.nlu.answers.said import likely
from bot.nlu.components.learned import Learned, Said
from bot.nlu.told import grammar
from bot.nlu.told.aspects import Aspects


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class Answers(Learned):
    """Gives a message `answers`: {question: {kind of answer: how likely}}, trained on bot/data/answers.

    A parse does not know what was asked, and all questions cost little more than one; the actions look at theirs.
    """

    folders = (FOLDER, grammar.FOLDER)

    @staticmethod
    def learn(said: Said) -> Aspects:
        """Learn from the sentences of bot/data/answers, and from what people say that answers nothing."""
        return learn([*made(), *beside(said)])

    def listen(self, message: Message, text: str, aspects: Aspects) -> None:
        """Give the message what it answers."""
        message.set("answers", likely(aspects.hear(text)), add_to_output=True)
