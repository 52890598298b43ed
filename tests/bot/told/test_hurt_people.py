"""How many of the people named are hurt, by the rules and what was learned of each piece."""

import pytest
from learned import heard

from bot.nlu.parsers.hurt_people import how_many
from bot.nlu.told.heard import state

SAID = [
    (1, "mi cuñado atropelló a un vendedor, el señor está tirado y no se para, a mi cuñado ya se lo llevó la patrulla"),
    (2, "a mi mamá la están metiendo a la ambulancia y el taxista está prensado"),
    (2, "este pues mi abuelito dice que le duele la cadera y la nena trae un chichón los demás bien"),
    (1, "nos quitaron la camioneta, a mí me pegaron con la cacha y traigo abierta la ceja"),
    (1, "llevo tres pasajeras y una de ellas dice que le duele la espalda el otro carro sigue aquí"),
    (1, "atropellé a una señora y está inconsciente"),
    (1, "se golpeó mi hermano y mi mamá está bien"),
    (2, "mi esposa trae un golpe en la cabeza mi hijo se queja del brazo yo ando bien"),
    (2, "íbamos cuatro, a mi primo le sangra la nariz y a la Karla le duele la espalda"),
    (3, "mi esposa y mis dos niños están golpeados"),
    (2, "yo y mi esposa nos pegamos en el tablero"),
    (1, "el señor de la moto se quebró la pierna, el señor está gritando de dolor"),
    (1, "mi hija se pegó en la frente, la niña no deja de llorar"),
    (2, "el chofer del camión viene mal y su ayudante también"),
    (None, "los niños están muy golpeados"),
    (None, "nos duele todo"),
    (1, "le duele el cuello a mi señora"),
    (2, "le duele el cuello a mi señora y a mi suegra"),
    (1, "a mi copiloto le cortó el vidrio la mano pero yo salí ileso"),
    (1, "mi papá de 78 años se siente mareado"),
    (2, "una muchacha está inconsciente y la otra se queja de la pierna"),
    (2, "uno trae la cabeza abierta y el otro no se puede parar"),
    (3, "mi mamá, mi tía y yo venimos golpeados"),
    (1, "el de la moto está tirado"),
    (2, "el de la moto está tirado y su acompañante se raspó toda"),
    (2, "me duele el pecho y a mi novia el brazo"),
    (1, "mi cuñado Beto trae la ceja partida, los demás estamos bien"),
    (1, "traigo a mi mamá y a mi tía, mi mamá se pegó en la rodilla"),
    (2, "veníamos mi esposa, mi hijo y yo, mi esposa trae el cuello lastimado y mi hijo un golpe en la cara"),
    (1, "mi hijo venía atrás y se golpeó la boca"),
    (1, "una señora que iba cruzando se me atravesó y la aventé, está sentada en la banqueta le duele la cadera"),
    (2, "atropellé a dos muchachos y están tirados"),
    (2, "los dos venimos golpeados"),
    (2, "ambos traen golpes"),
    (3, "hay un señor inconsciente, una señora con la pierna quebrada y un niño sangrando"),
    (2, "mi hermana trae dolor de cuello, mi sobrina un chichón"),
    (1, "la señora del otro carro está embarazada y le duele el vientre"),
    (1, "el otro conductor se ve mal, yo nomás el susto"),
    (2, "mi jefa trae el hombro zafado y yo ando sangrando de la nariz"),
    (1, "un muchacho en bici se me cruzó, el muchacho trae raspado el codo"),
    (2, "mi abuelita se pegó en la cadera y mi abuelo en la cabeza"),
    (1, "yo traigo un golpe en la rodilla nada más, mis hijos vienen bien"),
    (2, "sí, el operador y su acompañante, los dos prensados"),
    (4, "mi esposa y mis tres hijos van en la ambulancia"),
    (1, "sí hay un herido, el chofer de la pipa"),
    (2, "manejaba mi yerno, él se lastimó el codo, y a mi hija le duele la panza"),
    (2, "Beto se abrió la barbilla, Lupita trae la nariz hinchada, doña Chela bien"),
    (1, "mi tía Chayo brazo roto, las dos primas bien y yo bien"),
    (1, "traía un pasajero y me dieron un trancazo por atrás, el pasajero se queja de la nuca"),
    (1, "somos cinco y a uno se lo llevó la cruz roja"),
    (
        3,
        "el padre Benito se golpeó la cabeza, la maestra trae el tobillo hinchado y un alumno la mano cortada",
    ),
    (1, "pegué contra el muro porque me quedé sin frenos, traigo un golpe en la frente"),
    (1, "estoy bien pero mi acompañante no"),
]


@pytest.mark.parametrize(("hurt", "text"), SAID)
def test_how_many_of_the_people_named_are_hurt(hurt, text):
    assert how_many(text, lambda piece: state(piece, heard(piece))) == hurt
