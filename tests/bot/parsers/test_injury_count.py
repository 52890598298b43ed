"""How many are hurt, in the answer to whether anybody is."""

import pytest

from bot.nlu.parsers import injuries

SAID = [
    ("le metieron un balazo a mi hermano", True, 1),
    ("me dieron patadas en el suelo", True, 1),
    ("nadie, pero mi esposa está embarazada de 7 meses y se siente rara", True, None),
    ("no estoy lastimada pero estoy embarazada y me preocupa el bebé", True, None),
    ("no, nomás que mi hermana está embarazada y quiere que la revisen", True, 1),
    ("no gracias a dios, mi esposa está embarazada pero está bien", False, 0),
    ("se volteó mi hermano, en el kilómetro 23 viene lastimado", True, 1),
    ("pues a mí me duele el cuello y mi niña trae un raspón en la rodilla", True, 2),
    ("este sí como cuatro personas se las llevó la ambulancia", True, 4),
    ("el chavo de la bici se raspó todo el brazo pero dice que está bien", True, 1),
    ("mi compadre trae el brazo quebrado", True, 1),
    ("a mi suegra le duele el pecho", True, 1),
    ("mi mamá y mi tía están golpeadas", True, 2),
    ("yo y mi esposa nos pegamos", True, 2),
    ("mi plebe se dio un chipote en la frente", True, 1),
    ("mi hijo esta atorado en el carro", True, 1),
    ("el señor quedó debajo de la llanta", True, 1),
    ("se llevaron a dos al hospital", True, 2),
    ("la ambulancia se llevó a mi papá", True, 1),
    ("ya se lo llevó la Cruz Roja", True, 1),
    ("no, gracias a Dios todos bien, solo el carro", False, 0),
    ("nomás el susto", False, 0),
    ("solo daños materiales", False, 0),
    ("estamos bien los cuatro", False, 0),
    ("a mi niño le salió sangre de la nariz", True, 1),
    ("me pegué en la rodilla pero nada grave", True, 1),
    ("trae una cortada en la mano", True, 1),
    ("dos señoras mayores con golpes", True, 2),
    ("uno, el chofer", True, 1),
    ("solo yo, me duele el hombro", True, 1),
    ("un chichón mi hija", True, 1),
    ("mi abuelita está muy nerviosa pero bien", False, 0),
    ("nadie salió lastimado", False, 0),
    ("mi papá no responde", True, 1),
    ("tres: mi esposa y mis dos hijos", True, 3),
    ("mi esposa y mis dos hijos", True, 3),
    ("el motociclista se ve mal", True, 1),
    ("me siento mal, me tiembla todo", True, 1),
    ("mi amiga se desmayó y yo traigo la ceja abierta", True, 2),
    ("no, todos ilesos", False, 0),
    ("no hay heridos nada más golpes en el carro", False, 0),
    ("creo que no", False, 0),
    ("que yo vea no", False, 0),
    ("pues el señor dice que le duele la rodilla", True, 1),
    ("los dos niños están llorando pero no traen nada", False, 0),
    ("traigo el cuello torcido", True, 1),
    ("me zumba la cabeza", True, 1),
    ("le sangra la boca a mi hermana", True, 1),
    ("se le quebró el pie a mi comadre", True, 1),
    ("sí, 1", True, 1),
    ("varios golpeados", True, None),
    ("la muchacha no puede mover las piernas", True, 1),
    ("el bebé viene bien, mi esposa se golpeó la panza", True, 1),
    ("está inconsciente el taxista", True, 1),
    ("puros golpes leves", True, None),
    ("unos raspones nada más", True, None),
    ("me duele tantito la espalda", True, 1),
    ("sin novedad", False, 0),
    ("no hay ningún lesionado, todo tranquilo", False, 0),
]


@pytest.mark.parametrize(("text", "hurt", "count"), SAID)
def test_how_many_are_hurt(text, hurt, count):
    read = injuries.read(text)
    assert (read["any"], read["count"]) == (hurt, count)
