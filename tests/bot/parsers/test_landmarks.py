"""Landmarks and towns."""

import pytest
from places import assert_place, assert_same_in_capitals

PLACES = [
    (
        "en la plaza zentralia, colima",
        {"state": "Colima", "municipality": "Colima", "landmark": "Plaza Zentralia"},
    ),
    ("en el soriana de colima", {"state": "Colima", "municipality": "Colima", "landmark": "Soriana de Colima"}),
    ("en el parque colima de leon", {"state": "Guanajuato", "municipality": "León", "landmark": "Parque Colima"}),
    (
        "en el estacionamiento del walmart de plaza mayor en leon gto",
        {"state": "Guanajuato", "municipality": "León", "landmark": "Estacionamiento del Walmart de Plaza Mayor"},
    ),
    (
        "recta a cholula a la altura de la udlap",
        {"state": "Puebla", "municipality": "Cholula", "landmark": "a la altura de la udlap"},
    ),
    (
        "por el puente de la autopista en San Juan del Rio Querétaro",
        {"state": "Querétaro", "municipality": "San Juan del Río", "landmark": "Puente de la Autopista"},
    ),
    (
        "por la central nueva en tlaquepaque",
        {"state": "Jalisco", "municipality": "Tlaquepaque", "landmark": "Central Nueva"},
    ),
    (
        "me chocaron saliendo de plaza andares en zapopan",
        {"state": "Jalisco", "municipality": "Zapopan", "landmark": "saliendo de plaza andares"},
    ),
    ("afuera del metro pantitlan", {"landmark": "afuera del metro pantitlan"}),
    (
        "frente a la presidencia municipal de tepic",
        {"state": "Nayarit", "municipality": "Tepic", "landmark": "frente a la presidencia municipal"},
    ),
    (
        "en los cabos por el aeropuerto",
        {"state": "Baja California Sur", "municipality": "Los Cabos", "landmark": "Aeropuerto"},
    ),
    (
        "choque en tapachula sobre la central oriente",
        {"state": "Chiapas", "municipality": "Tapachula", "landmark": "Central Oriente"},
    ),
    ("en un estacionamiento", {"landmark": "Estacionamiento"}),
    (
        "me dieron un llegue en el estacionamiento de plaza galerías aquí en guadalajara jalisco",
        {"state": "Jalisco", "municipality": "Guadalajara", "landmark": "Estacionamiento de Plaza Galerías"},
    ),
    (
        "plaza galerías en guadalajara",
        {"state": "Jalisco", "municipality": "Guadalajara", "landmark": "Plaza Galerías"},
    ),
    ("en campeche campeche", {"state": "Campeche", "municipality": "Campeche"}),
    ("estoy en Laredo Texas", {"country": "US"}),
    ("fue en San Antonio Texas", {"country": "US"}),
    ("choqué en Guatemala", {"country": "GT"}),
    ("en el carmen nuevo leon", {"state": "Nuevo León", "municipality": "El Carmen"}),
    (
        "en Huixquilucan, Interlomas, vialidad de la barranca 6",
        {
            "kind": "street",
            "state": "Estado de México",
            "municipality": "Huixquilucan",
            "neighborhood": "Interlomas",
            "street": "Vialidad de la Barranca",
            "number": "6",
        },
    ),
    ("estoy en mi casa", {}),
    ("aquí mismo", {}),
    ("en la calle", {}),
    ("en la carretera", {}),
    ("entre las 8 y las 10 de la mañana", {}),
    ("mi póliza es 1042587", {}),
    ("sí camina", {}),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_landmarks(text, expected):
    assert_place(text, expected)


@pytest.mark.parametrize(("text", "expected"), [pair for pair in PLACES if pair[1]])
def test_landmarks_in_capitals_without_accents(text, expected):
    assert_same_in_capitals(text, expected)
