"""How many are hurt, in the answer to whether anybody is."""

import pytest

from bot.nlu.parsers import injuries

SAID = [
    ("atropellé a dos niños saliendo del kínder uno trae sangre en la boca y el otro trae un raspón", True, 2),
    ("mis dos hijos van golpeados y el otro señor trae sangre en la cara", True, 3),
    ("mi hija se volcó, dice que le duele el brazo y que su novio trae sangre en la frente", True, 2),
    ("le duele el pecho y su esposa se cortó la mano", True, 2),
    ("le sangra la nariz a mi abuela, su nieta está bien", True, 1),
    ("mi hermana llora porque le duele la rodilla", True, 1),
    ("la muchacha de la bici está sentada en la orilla dice que le duele el pie", True, 1),
    ("el señor está recargado en la barda dice que le duele el hombro", True, 1),
    ("mi sobrina se pegó en la frente con el tablero y le sangró poquito, los otros bien", True, 1),
    ("a mi hijo le sangra la nariz y le sangró bastante", True, 1),
    ("sí el ciclista le sale sangre de la boca pero está consciente yo no traigo nada", True, 1),
    ("sí mi tía trae la mano cortada pero está hablando yo estoy bien", True, 1),
    ("el chofer de la otra combi se abrió la ceja y una niña llora de su pierna", True, 2),
    ("el pasajero de la otra vagoneta se rompió el brazo", True, 1),
    ("me pegué en la rodilla y yo traigo la mano raspada", True, 1),
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
    ("uno que ya no despierta y otro que sangra de la cabeza", True, 2),
    ("uno de los nuestros y tres del taxi", True, 4),
    ("tres de mi camioneta más dos de ellos", True, 5),
    ("éramos cinco y los cinco salimos golpeados, la peor es mi suegra", True, 5),
    ("nos lastimamos los tres pero mi cuñada es la que quedó peor y la más golpeada", True, 3),
    ("venimos muy bien las tres", False, 0),
    ("venimos los cinco bien, gracias a dios", False, 0),
]


@pytest.mark.parametrize(("text", "hurt", "count"), SAID)
def test_how_many_are_hurt(text, hurt, count):
    read = injuries.read(text)
    assert (read["any"], read["count"]) == (hurt, count)


@pytest.mark.parametrize("text", [
    "no pasó a mayores, la otra muchacha y yo ya nos arreglamos", "el señor de la combi y yo ya intercambiamos datos",
])  # fmt: skip
def test_who_settled_it_is_not_hurt(text):
    assert injuries.read(text) is None


# What is told unasked: (whether somebody is hurt, how many); None where nothing is told.
UNASKED = [
    ("atropellé a un viejito, quedó tumbado boca abajo y no me habla", (True, 1)),
    ("me llevé a una muchacha en el crucero. está en el piso y no me responde", (True, 1)),
    ("se me cruzó un chavo en patineta, lo aventé y no reacciona", (True, 1)),
    ("le di a un señor de edad y está acostado en la banqueta, no dice nada", (True, 1)),
    ("atropellé a un perro, mi hermana no me contesta el teléfono", None),
    ("atropellé a un señor y el seguro no me contesta", None),
    ("mi carro está tirado en la carretera y no me contesta el ajustador", None),
    ("la camioneta quedó tirada en la calle y no responde", None),
    ("mi papá está acostado en su cama y no me contesta", None),
    ("sin un rasguño, nomás que no puedo mover ni tantito el tráiler", (False, 0)),
    ("no puedo mover esta camioneta del carril", None),
    ("no puedo mover el cuello ni la camioneta", (True, 1)),
]


@pytest.mark.parametrize(("text", "told"), UNASKED)
def test_who_is_hurt_told_in_passing(text, told):
    seen = injuries.find(text)
    assert ((seen[0].value["any"], seen[0].value["count"]) if seen else None) == told
