"""How many are hurt: the sum over people and groups each hurt of their own, told once or told again."""

import pytest
from learned import settled

from bot.nlu.parsers import injuries
from bot.nlu.told.heard import answer

UNASKED = [
    (4, "mi tía y mis dos sobrinos se golpearon, y la señora del otro coche trae la muñeca lastimada"),
    (4, "mis tres hijos se golpearon y la muchacha de la moto se raspó la pierna, yo nada más el susto"),
    (4, "tres de los muchachos vienen golpeados y yo me pegué en la rodilla"),
    (3, "dos de los pasajeros se quejan y al chofer le sangra la nariz"),
    (3, "mi abuelita y mis papás, están golpeados"),
    (2, "iba manejando mi cuñado, trae la cabeza abierta y yo el brazo quebrado"),
    (2, "mi carnal anda todo golpeado y el vato de la moto también"),
    (2, "se están llevando a dos en la ambulancia"),
    (1, "le di a una moto y el chavo salió volando"),
    (1, "la golpeada es mi hija"),
    (1, "mi sobrina ya se puso mala"),
    (None, "el tracto con placas 45-AB-6C se quedó tirado en la carretera, no da marcha"),
    (None, "llegaron los federales y una ambulancia que no ocupamos"),
    (1, "el que me pegó trae la cabeza abierta"),
    (1, "mi hermana sigue sin despertar"),
    (1, "mi ahijado va muy mal"),
    (1, "mi mamá se está ahogando"),
    (1, "mi tío tiene 45 y está herido"),
    (1, "mi mamá trae dolores muy fuertes"),
    (None, "me llamo Dolores Guerra Prado"),
    (None, "mi negocio va muy mal y me robaron el carro"),
    (0, "pensé que la niña se había quebrado el brazo pero nada más fue el susto, estamos bien todos"),
    (1, "pensé que la libraba pero le pegué a un ciclista y se rompió la pierna"),
    (None, "venía yo bien tranquila por la lateral y de la nada me pegó un camión"),
    (None, "el otro coche salió más lastimado que el mío"),
    (3, "en el taxi hay dos golpeados y mi hermana trae el brazo roto"),
    (4, "salieron tres lesionados de la combi y a mí me duele la rodilla"),
    (5, "vienen cuatro muchachos lastimados y mi chalán se abrió la ceja"),
    (3, "los dos señores del taxi se quejan de la espalda y mi suegra trae un golpe en la frente"),
    (3, "mi cuñado trae la nariz rota, los dos del vocho están sangrando y yo ando bien"),
    (3, "dos heridos en la camioneta y a mi esposo le sangra la cabeza"),
    (2, "hay dos lesionados, mi mamá trae el pie quebrado y mi tío la ceja abierta"),
    (3, "somos tres los lastimados, mi papá de la cadera, mi mamá del brazo y yo del cuello"),
    (2, "mi hija y mi sobrino venían atrás, los dos traen golpes"),
    (2, "atropellé a dos muchachas y las dos están tiradas"),
    (2, "los dos, mi tía el hombro y yo la rodilla"),
    (2, "se golpeó mi papá y mi mamá, los niños vienen bien"),
    (2, "viene golpeado él y su señora, yo no iba con ellos"),
    (1, "mi señora se pegó en el pecho, los dos niños están bien"),
    (1, "atropellé a una muchacha que cruzaba, está sentada, le duele el tobillo, ya le hablé a una ambulancia"),
    (1, "le pegué a un señor en moto, el señor se queja de la pierna, no se puede parar"),
    (1, "arrollé a un ciclista, ya llamaron a la cruz roja, yo estoy parado en la lateral, el muchacho sangra"),
    (1, "atropellé a una señora que vendía flores, estoy en la lateral, se queja de la cadera, ya pedí ambulancia"),
    (1, "atropellé a un peatón en la calzada y ya viene la ambulancia"),
    (1, "atropellé a una señora y está tirada en la calle"),
    (2, "dos motociclistas quedaron tirados en el pavimento"),
    (0, "se me cayeron las tarimas y quedaron tiradas en el carril, no hay lesionados"),
    (0, "se cayó la carga y los tambos quedaron tirados, nadie se lastimó"),
    (0, "llevo bobinas, se zafaron y dos quedaron tiradas en la autopista, no le dieron a nadie, no hay heridos"),
    (None, "se soltaron unos tubos y están tirados a media carretera"),
]
ASKED = [
    (1, "una persona nada más"),
    (1, "mi hermano nada más"),
    (0, "nomás nos asustamos"),
    (3, "dos muchachas lastimadas y al taxista le sangra la ceja"),
    (2, "a mi tía le duele la nuca y el señor de la moto que me pegó se raspó las dos rodillas"),
    (2, "simón, dos, mi carnal y el otro chavo"),
    (None, "ya hasta nos dimos la mano el otro chofer y yo"),
    (2, "sí, los dos de la bici: el señor y la niña que llevaba adelante. Mi esposo está bien"),
    (2, "sí, las dos del vocho: la señora y su mamá. Yo no traigo nada"),
    (2, "sí, yo de la rodilla y mi esposo se abrió la frente"),
    (3, "me duele el cuello a mí, a mi mujer la espalda y a la niña la panza"),
    (4, "hay tres de la combi y de nosotros mi ahijado que se cortó la oreja, serían cuatro en total"),
    (4, "dos de nosotros y dos de ellos, cuatro en total"),
    (6, "sí, cinco de los muchachos traen golpes y yo me lastimé el hombro"),
    (4, "son cuatro contándome a mí"),
    (2, "íbamos cinco en total y dos se golpearon"),
    (0, "íbamos cuatro en total y todos estamos bien"),
    (4, "tres muchachas y yo"),
    (3, "una señora con sus dos niños"),
    (2, "una pareja que iba en la moto"),
    (3, "tres personas de la banqueta, yo no"),
    (2, "al parecer dos del otro vehículo, de nosotros nadie"),
    (1, "de nosotros ninguno pero el de la bici sí"),
    (0, "ni yo ni el otro muchacho"),
    (0, "mi esposa y yo bien, el señor de la combi también bien"),
    (0, "la señora del otro carro dice que está bien y yo también"),
    (0, "pensamos que mi mamá se había roto la cadera pero ya la revisaron y no tiene nada"),
    (0, "se asustó mucho pero ya la vio el doctor y está perfectamente"),
    (1, "no tiene nada grave, solo se abrió la ceja"),
    (1, "pensábamos que era puro susto pero ya le duele el brazo a mi mamá"),
    (1, "sí, mi abuelita, la cadera"),
    (1, "nomás mi compadre, el hombro, yo ando bien"),
    (1, "nada más yo, la muñeca, no la puedo doblar"),
    (1, "nada más yo, la espalda, mi marido y los niños están bien"),
    (1, "nomás la muchacha de la bici, la rodilla la trae raspada. Yo ando bien, espantada nada más"),
    (1, "sí, la señora de la moto, yo no traigo nada"),
    (1, "la pasajera, uno nada más"),
    (1, "solo mi suegra del cuello, los demás bien"),
    (2, "sí el del taxi y su pasajera"),
    (2, "las dos, mi tía y mi prima"),
    (3, "los dos del jetta y mi ayudante, o sea son tres, yo ando bien"),
    (4, "sí cuatro beto toño la güera y don lupe yo estoy bien"),
    (2, "se golpeó mi papá y mi mamá, los niños vienen bien"),
    (0, "nada más el susto, mi esposa bien"),
    (0, "sí mi esposo y yo venimos pero estamos bien"),
    (0, "nada más yo y mi hijo pero estamos bien"),
    (0, "no, mi hija nada más el susto"),
    (0, "nadie, nada más la defensa"),
    (0, "no estoy bien nomás el espanto"),
    (None, "No toy bien"),
]


@pytest.mark.parametrize(("count", "text"), UNASKED)
def test_how_many_are_told_to_be_hurt(count, text):
    value = next((fact.value for fact in settled(text)[0] if fact.entity == "injuries"), None)
    assert (value and value["count"]) == count


@pytest.mark.parametrize(("count", "text"), ASKED)
def test_how_many_are_hurt_where_it_was_asked(count, text):
    value = answer(text, injuries.read(text), settled(text)[1])
    assert (value and value["count"]) == count
