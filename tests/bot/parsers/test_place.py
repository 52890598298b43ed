"""Places, streets and roads, strung together in every order."""

import pytest

from bot.nlu.parsers import place

PLACES = [
    (
        "estoy en Av Vallarta 1250 casi esquina con Chapultepec, Guadalajara",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Guadalajara",
            "street": "Av Vallarta",
            "number": "1250",
            "corner": "Chapultepec",
        },
    ),
    (
        "en la esquina de Juárez y Federalismo en guadalajara",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Guadalajara",
            "street": "Juárez",
            "corner": "Federalismo",
        },
    ),
    ("por la glorieta minerva", {"kind": "street", "street": "Glorieta Minerva"}),
    (
        "estamos en López Mateos sur a la altura de plaza del sol en Guadalajara",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Guadalajara",
            "street": "López Mateos sur",
            "landmark": "a la altura de plaza del sol",
        },
    ),
    (
        "fue en la calle Pedro Moreno número 45 entre Enrique Díaz de León y Progreso, col. Americana",
        {
            "kind": "street",
            "neighborhood": "Americana",
            "street": "Pedro Moreno",
            "number": "45",
            "between_streets": ["Enrique Díaz de León", "Progreso"],
        },
    ),
    (
        "en carretera a chapala km 17 enfrente del aeropuerto",
        {"kind": "highway", "highway": "Carretera a Chapala", "kilometer": 17, "landmark": "enfrente del aeropuerto"},
    ),
    ("en Lázaro Cárdenas y 8 de julio", {"kind": "street", "street": "Lázaro Cárdenas", "corner": "8 de Julio"}),
    (
        "en avenida patria 888 zapopan",
        {"kind": "street", "state": "Jalisco", "municipality": "Zapopan", "street": "Avenida Patria", "number": "888"},
    ),
    (
        "blvd kukulcan km 12 zona hotelera cancun",
        {
            "kind": "street",
            "state": "Quintana Roo",
            "municipality": "Benito Juárez",
            "neighborhood": "Zona Hotelera",
            "street": "Blvd Kukulcan",
            "kilometer": 12,
        },
    ),
    (
        "me encuentro en la colonia roma norte en la calle de durango esquina con insurgentes",
        {"kind": "street", "neighborhood": "Roma Norte", "street": "Durango", "corner": "Insurgentes"},
    ),
    (
        "en calzada de tlalpan a la altura del metro ermita sentido al centro",
        {
            "kind": "street",
            "street": "Calzada de Tlalpan",
            "heading": "centro",
            "landmark": "a la altura del metro ermita",
        },
    ),
    ("periferico sur altura perisur", {"kind": "street", "street": "Periferico Sur", "landmark": "altura perisur"}),
    ("Eje 3 sur y eje central", {"kind": "street", "street": "Eje 3 sur", "corner": "Eje Central"}),
    (
        "en eje central lázaro cárdenas esquina con viaducto",
        {"kind": "street", "street": "Eje Central Lázaro Cárdenas", "corner": "Viaducto"},
    ),
    (
        "calle 20 de noviembre #105 centro oaxaca",
        {
            "kind": "street",
            "state": "Oaxaca",
            "municipality": "Oaxaca de Juárez",
            "neighborhood": "Centro",
            "street": "20 de Noviembre",
            "number": "105",
        },
    ),
    (
        "en el municipio de San Nicolás de los Garza Nuevo León en avenida universidad",
        {
            "kind": "street",
            "state": "Nuevo León",
            "municipality": "San Nicolás de los Garza",
            "street": "Avenida Universidad",
        },
    ),
    (
        "en apodaca nuevo leon sobre la carretera miguel aleman km 20",
        {
            "kind": "highway",
            "state": "Nuevo León",
            "municipality": "Apodaca",
            "highway": "Carretera Miguel Aleman",
            "kilometer": 20,
        },
    ),
    (
        "en la carretera nacional a la altura de el uro monterrey",
        {
            "kind": "highway",
            "state": "Nuevo León",
            "municipality": "Monterrey",
            "highway": "Carretera Nacional",
            "landmark": "a la altura de el uro",
        },
    ),
    (
        "libramiento noreste km 15 escobedo",
        {
            "kind": "highway",
            "state": "Nuevo León",
            "municipality": "Escobedo",
            "highway": "Libramiento Noreste",
            "kilometer": 15,
        },
    ),
    (
        "carretera 57 San Luis Potosí Querétaro km 180 sentido norte",
        {"kind": "highway", "highway": "Federal 57 San Luis Potosí Querétaro", "kilometer": 180, "heading": "norte"},
    ),
    (
        "autopista puebla orizaba km 190 cumbres de maltrata",
        {
            "kind": "highway",
            "state": "Veracruz",
            "municipality": "Maltrata",
            "highway": "Autopista Puebla Orizaba",
            "kilometer": 190,
        },
    ),
    (
        "vamos por la autopista del sol rumbo a cuernavaca kilometro 80",
        {"kind": "highway", "highway": "Autopista del Sol", "kilometer": 80, "heading": "Cuernavaca"},
    ),
    (
        "en la siglo veintiuno antes de llegar a la caseta de feliciano",
        {"kind": "highway", "highway": "Siglo Veintiuno", "nearest_town": "Feliciano"},
    ),
    (
        "kilómetro 42 más 500 de la carretera Guadalajara Colima",
        {"kind": "highway", "highway": "carretera Guadalajara Colima", "kilometer": 42.5},
    ),
    (
        "en la carretera libre a Zapotlanejo por el puente de calderón",
        {"kind": "highway", "highway": "carretera libre a Zapotlanejo", "landmark": "Puente de Calderón"},
    ),
    ("me quedé tirado en el arco norte km 100", {"kind": "highway", "highway": "Arco Norte", "kilometer": 100}),
    (
        "en la autopista guadalajara tepic pasando la caseta de plan de barrancas",
        {"kind": "highway", "highway": "Autopista Guadalajara Tepic", "nearest_town": "Plan de Barrancas"},
    ),
    (
        "entre amatitan y tequila en la carretera libre",
        {"kind": "highway", "state": "Jalisco", "highway": "Carretera Libre", "nearest_town": "Amatitan"},
    ),
    (
        "cerca de lagos de moreno en la autopista a león",
        {"kind": "highway", "state": "Jalisco", "highway": "Autopista a León", "nearest_town": "Lagos de Moreno"},
    ),
    ("voy de guadalajara a puerto vallarta km 80", {"kind": "highway", "kilometer": 80, "heading": "Puerto Vallarta"}),
    (
        "en la carretera tepic mazatlan a la altura de escuinapa",
        {"kind": "highway", "state": "Sinaloa", "highway": "Carretera Tepic Mazatlan", "nearest_town": "Escuinapa"},
    ),
    ("la matehuala monterrey km 95", {"kind": "highway", "highway": "Matehuala Monterrey", "kilometer": 95}),
    (
        "por el entronque de el sauz en la mexico queretaro",
        {"kind": "highway", "highway": "Mexico Queretaro", "landmark": "Entronque de el Sauz"},
    ),
    (
        "saliendo de la caseta de tepotzotlán hacia querétaro",
        {"kind": "highway", "state": "Estado de México", "heading": "Querétaro", "nearest_town": "Tepotzotlán"},
    ),
    (
        "en san luis rio colorado sonora en la calle obregon y 10",
        {
            "kind": "street",
            "state": "Sonora",
            "municipality": "San Luis Río Colorado",
            "street": "Obregon",
            "corner": "10",
        },
    ),
    (
        "en tijuana sobre la via rapida oriente",
        {"kind": "street", "state": "Baja California", "municipality": "Tijuana", "street": "Via Rapida Oriente"},
    ),
    (
        "bulevar agua caliente 4500 tijuana",
        {
            "kind": "street",
            "state": "Baja California",
            "municipality": "Tijuana",
            "street": "Bulevar Agua Caliente",
            "number": "4500",
        },
    ),
    (
        "av tecnologico esquina con paseo triunfo de la republica cd juarez",
        {
            "kind": "street",
            "state": "Chihuahua",
            "municipality": "Juárez",
            "street": "Av Tecnologico",
            "corner": "Paseo Triunfo de la Republica",
        },
    ),
    (
        "en hermosillo blvd morelos y luis encinas",
        {
            "kind": "street",
            "state": "Sonora",
            "municipality": "Hermosillo",
            "street": "Blvd Morelos",
            "corner": "Luis Encinas",
        },
    ),
    (
        "culiacán, sobre el malecón nuevo, frente a la isla",
        {
            "kind": "street",
            "state": "Sinaloa",
            "municipality": "Culiacán",
            "street": "Malecón Nuevo",
            "landmark": "frente a la isla",
        },
    ),
    (
        "en veracruz puerto boulevard avila camacho frente al acuario",
        {
            "kind": "street",
            "state": "Veracruz",
            "municipality": "Veracruz",
            "street": "Boulevard Avila Camacho",
            "landmark": "frente al acuario",
        },
    ),
    (
        "merida yucatan periferico poniente",
        {"kind": "street", "state": "Yucatán", "municipality": "Mérida", "street": "Periferico Poniente"},
    ),
    (
        "calle 21 por 30 y 32 colonia chuburna merida",
        {
            "kind": "street",
            "state": "Yucatán",
            "municipality": "Mérida",
            "neighborhood": "Chuburna",
            "street": "21",
            "between_streets": ["30", "32"],
        },
    ),
    ("en campeche campeche", {"state": "Campeche", "municipality": "Campeche"}),
    (
        "villahermosa tabasco en paseo tabasco y ruiz cortines",
        {
            "kind": "street",
            "state": "Tabasco",
            "municipality": "Centro",
            "street": "Paseo Tabasco",
            "corner": "Ruiz Cortines",
        },
    ),
    (
        "tuxtla gutierrez blvd belisario dominguez",
        {
            "kind": "street",
            "state": "Chiapas",
            "municipality": "Tuxtla Gutiérrez",
            "street": "Blvd Belisario Dominguez",
        },
    ),
    (
        "en torreón coahuila en la diagonal reforma",
        {"kind": "street", "state": "Coahuila", "municipality": "Torreón", "street": "Diagonal Reforma"},
    ),
    (
        "en durango capital por el boulevard francisco villa",
        {"kind": "street", "state": "Durango", "municipality": "Durango", "street": "Boulevard Francisco Villa"},
    ),
    (
        "alcaldía iztapalapa, calzada ermita, a un costado de la central de abastos",
        {
            "kind": "street",
            "state": "Ciudad de México",
            "municipality": "Iztapalapa",
            "street": "Calzada Ermita",
            "landmark": "a un costado de la central de abastos",
        },
    ),
    (
        "en ecatepec vía morelos",
        {"kind": "street", "state": "Estado de México", "municipality": "Ecatepec", "street": "Vía Morelos"},
    ),
    (
        "avenida central y valle del yukon en ecatepec edomex",
        {
            "kind": "street",
            "state": "Estado de México",
            "municipality": "Ecatepec",
            "street": "Avenida Central",
            "corner": "Valle del Yukon",
        },
    ),
    (
        "nezahualcoyotl, avenida pantitlan esquina cuarta avenida",
        {
            "kind": "street",
            "state": "Estado de México",
            "municipality": "Nezahualcóyotl",
            "street": "Avenida Pantitlan",
            "corner": "Cuarta Avenida",
        },
    ),
    (
        "estoy en la gasolinera de la salida a morelia en patzcuaro",
        {"state": "Michoacán", "municipality": "Pátzcuaro", "heading": "Morelia", "landmark": "Gasolinera"},
    ),
    (
        "en el estacionamiento del walmart de plaza mayor en leon gto",
        {"state": "Guanajuato", "municipality": "León", "landmark": "Estacionamiento del Walmart de Plaza Mayor"},
    ),
    (
        "afuera de mi casa, calle Jacarandas 23, fraccionamiento Los Laureles, Celaya, Guanajuato",
        {
            "kind": "street",
            "state": "Guanajuato",
            "municipality": "Celaya",
            "neighborhood": "Los Laureles",
            "street": "Jacarandas",
            "number": "23",
        },
    ),
    (
        "en la 31 poniente y 16 de septiembre puebla",
        {
            "kind": "street",
            "state": "Puebla",
            "municipality": "Puebla",
            "street": "31 Poniente",
            "corner": "16 de Septiembre",
        },
    ),
    (
        "recta a cholula a la altura de la udlap",
        {"state": "Puebla", "municipality": "Cholula", "landmark": "a la altura de la udlap"},
    ),
    (
        "en playa del carmen por la quinta avenida",
        {"kind": "street", "state": "Quintana Roo", "municipality": "Solidaridad", "street": "Quinta Avenida"},
    ),
    (
        "por el puente de la autopista en San Juan del Rio Querétaro",
        {"state": "Querétaro", "municipality": "San Juan del Río", "landmark": "Puente de la Autopista"},
    ),
    ("aqui en polanco sobre masaryk", {"kind": "street", "neighborhood": "Polanco", "street": "Masaryk"}),
    (
        "en santa fe, vasco de quiroga 3800",
        {"kind": "street", "neighborhood": "Santa Fe", "street": "Vasco de Quiroga", "number": "3800"},
    ),
    (
        "en la Narvarte, calle Anaxágoras 1215",
        {"kind": "street", "neighborhood": "Narvarte", "street": "Anaxágoras", "number": "1215"},
    ),
    (
        "en la condesa, amsterdam esquina sonora",
        {"kind": "street", "neighborhood": "Condesa", "street": "Amsterdam", "corner": "Sonora"},
    ),
    ("estoy en Laredo Texas", {"country": "US"}),
    ("fue en San Antonio Texas", {"country": "US"}),
    ("choqué en Guatemala", {"country": "GT"}),
    (
        "estoy en el kilómetro treinta y cinco de la México Cuernavaca",
        {"kind": "highway", "highway": "México Cuernavaca", "kilometer": 35.0},
    ),
    (
        "km. 35.5 carretera Mex-Cuernavaca dir. Cuernavaca",
        {"kind": "highway", "highway": "carretera Mex-Cuernavaca", "kilometer": 35.5, "heading": "Cuernavaca"},
    ),
    (
        "en insurgentes norte a la altura de la raza con dirección a indios verdes",
        {
            "kind": "street",
            "street": "Insurgentes Norte",
            "heading": "Indios Verdes",
            "landmark": "a la altura de la raza",
        },
    ),
    (
        "en circuito interior y marina nacional",
        {"kind": "street", "street": "Circuito Interior", "corner": "Marina Nacional"},
    ),
    (
        "por viaducto, a la altura de patriotismo",
        {"kind": "street", "street": "Viaducto", "landmark": "a la altura de patriotismo"},
    ),
    (
        "en Aguascalientes en el segundo anillo y avenida universidad",
        {
            "kind": "street",
            "state": "Aguascalientes",
            "municipality": "Aguascalientes",
            "street": "Segundo Anillo",
            "corner": "Avenida Universidad",
        },
    ),
    (
        "av. Universidad 1001, Chamilpa, Cuernavaca",
        {
            "kind": "street",
            "state": "Morelos",
            "municipality": "Cuernavaca",
            "neighborhood": "Chamilpa",
            "street": "av. Universidad",
            "number": "1001",
        },
    ),
    (
        "en Av. de las Américas 1500, Providencia",
        {"kind": "street", "neighborhood": "Providencia", "street": "Av. de las Américas", "number": "1500"},
    ),
    (
        "en Calle Hidalgo 234, Centro, Zapopan",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Zapopan",
            "neighborhood": "Centro",
            "street": "Hidalgo",
            "number": "234",
        },
    ),
    (
        "frente al oxxo de la calle madero",
        {"kind": "street", "street": "Madero", "landmark": "frente al oxxo de la calle madero"},
    ),
    (
        "en el crucero de periférico y mariano otero",
        {"kind": "street", "street": "Periférico", "corner": "Mariano Otero"},
    ),
    (
        "choqué en Tonalá Jalisco por la avenida tonaltecas",
        {"kind": "street", "state": "Jalisco", "municipality": "Tonalá", "street": "Avenida Tonaltecas"},
    ),
    (
        "en tlajomulco adolf b horn y 8 de julio",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Tlajomulco",
            "street": "Adolf B Horn",
            "corner": "8 de Julio",
        },
    ),
    ("en la salida a nogales", {"heading": "Nogales"}),
    (
        "por la central nueva en tlaquepaque",
        {"state": "Jalisco", "municipality": "Tlaquepaque", "landmark": "Central Nueva"},
    ),
    (
        "sobre av. lopez portillo esq. con blvd coacalco, coacalco edo mex",
        {
            "kind": "street",
            "state": "Estado de México",
            "municipality": "Coacalco",
            "street": "Av. Lopez Portillo",
            "corner": "Blvd Coacalco",
        },
    ),
    (
        "choqué sobre Paseo de la Reforma casi llegando a Insurgentes, en la Juárez",
        {"kind": "street", "neighborhood": "Juárez", "street": "Paseo de la Reforma", "corner": "Insurgentes"},
    ),
    (
        "oiga estoy en la avenida hidalgo enfrente de la catedral aquí en tampico",
        {
            "kind": "street",
            "state": "Tamaulipas",
            "municipality": "Tampico",
            "street": "Avenida Hidalgo",
            "landmark": "enfrente de la catedral",
        },
    ),
    (
        "se me ponchó una llanta en la carretera a saltillo como en el kilometro 50 viniendo de monterrey",
        {"kind": "highway", "highway": "Carretera a Saltillo", "kilometer": 50},
    ),
    (
        "estoy en el puente vehicular de avenida aztlan y rangel frias en monterrey",
        {
            "kind": "street",
            "state": "Nuevo León",
            "municipality": "Monterrey",
            "street": "Avenida Aztlan",
            "corner": "Rangel Frias",
            "landmark": "Puente",
        },
    ),
    (
        "me chocaron saliendo de plaza andares en zapopan",
        {"state": "Jalisco", "municipality": "Zapopan", "landmark": "saliendo de plaza andares"},
    ),
    (
        "ando en tuxtla chiapas sobre el libramiento sur cerca del crea",
        {
            "kind": "highway",
            "state": "Chiapas",
            "municipality": "Tuxtla",
            "highway": "Libramiento Sur",
            "landmark": "cerca del crea",
        },
    ),
    (
        "fue aquí en el centro de puebla en la 5 de mayo y 4 poniente",
        {
            "kind": "street",
            "state": "Puebla",
            "municipality": "Puebla",
            "neighborhood": "Centro",
            "street": "5 de Mayo",
            "corner": "4 Poniente",
        },
    ),
    (
        "está en la lateral de periférico a la altura de san jerónimo en la magdalena contreras",
        {
            "kind": "street",
            "state": "Ciudad de México",
            "municipality": "La Magdalena Contreras",
            "street": "Lateral de Periférico",
            "landmark": "a la altura de san jerónimo",
        },
    ),
    (
        "ajusco medio, tlalpan, en la picacho ajusco",
        {"kind": "street", "state": "Ciudad de México", "municipality": "Tlalpan", "street": "Picacho Ajusco"},
    ),
    (
        "en Metepec frente a galerías sobre Leona Vicario",
        {
            "kind": "street",
            "state": "Estado de México",
            "municipality": "Metepec",
            "street": "Leona Vicario",
            "landmark": "frente a galerías",
        },
    ),
    (
        "en la autopista Mexico-Toluca a la altura de la marquesa",
        {
            "kind": "highway",
            "state": "Estado de México",
            "highway": "autopista Mexico-Toluca",
            "nearest_town": "La Marquesa",
        },
    ),
    (
        "por la carretera federal a cuernavaca km 47 tres marias",
        {
            "kind": "highway",
            "state": "Morelos",
            "municipality": "Huitzilac",
            "highway": "Carretera Federal a Cuernavaca",
            "kilometer": 47,
        },
    ),
    (
        "en la 15 D entre Tepic y Guadalajara",
        {"kind": "highway", "state": "Nayarit", "highway": "Federal 15", "nearest_town": "Tepic"},
    ),
    (
        "en la carretera federal 200 km 15 rumbo a Manzanillo",
        {"kind": "highway", "highway": "Federal 200", "kilometer": 15, "heading": "Manzanillo"},
    ),
    (
        "autopista durango mazatlan kilometro 168 en el tunel",
        {"kind": "highway", "highway": "Autopista Durango Mazatlan", "kilometer": 168, "landmark": "Tunel"},
    ),
    (
        "carretera transpeninsular km 22 cabo san lucas",
        {
            "kind": "highway",
            "state": "Baja California Sur",
            "municipality": "Los Cabos",
            "highway": "Carretera Transpeninsular",
            "kilometer": 22,
        },
    ),
    ("en la rumorosa, bajando hacia mexicali", {"kind": "highway", "highway": "La Rumorosa", "heading": "Mexicali"}),
    (
        "en la cuota de cordoba a veracruz antes de la caseta de cuitlahuac",
        {
            "kind": "highway",
            "state": "Veracruz",
            "highway": "Cuota de Cordoba a Veracruz",
            "heading": "Veracruz",
            "nearest_town": "Cuitlahuac",
        },
    ),
    (
        "estoy atorado en el km 230 de la 85 cd victoria",
        {
            "kind": "highway",
            "state": "Tamaulipas",
            "municipality": "Victoria",
            "highway": "Federal 85",
            "kilometer": 230,
        },
    ),
    (
        "mi ubicacion es Calle Roble 15, Col. Las Flores, C.P. 45060, Zapopan, Jal.",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Zapopan",
            "neighborhood": "Las Flores",
            "street": "Roble",
            "number": "15",
        },
    ),
    (
        "calle encino 123 interior 4 colonia las torres monterrey nuevo leon",
        {
            "kind": "street",
            "state": "Nuevo León",
            "municipality": "Monterrey",
            "neighborhood": "Las Torres",
            "street": "Encino",
            "number": "123",
        },
    ),
    (
        "Privada de los Olivos No. 8, Fracc. Villas del Sol, Morelia, Mich.",
        {
            "kind": "street",
            "state": "Michoacán",
            "municipality": "Morelia",
            "neighborhood": "Villas del Sol",
            "street": "Privada de los Olivos",
            "number": "8",
        },
    ),
    (
        "av. de los insurgentes 300 col hipodromo alcaldia cuauhtemoc",
        {
            "kind": "street",
            "municipality": "Cuauhtémoc",
            "neighborhood": "Hipodromo",
            "street": "Av. de los Insurgentes",
            "number": "300",
        },
    ),
    ("en la cuauhtemoc y obrero mundial", {"kind": "street", "street": "Cuauhtemoc", "corner": "Obrero Mundial"}),
    ("en doctor vertiz y eje 5 sur narvarte", {"kind": "street", "street": "Doctor Vertiz", "corner": "Eje 5 Sur"}),
    (
        "sobre rio churubusco y apatlaco iztacalco",
        {
            "kind": "street",
            "state": "Ciudad de México",
            "municipality": "Iztacalco",
            "street": "Rio Churubusco",
            "corner": "Apatlaco",
        },
    ),
    (
        "estamos en constituyentes y observatorio",
        {"kind": "street", "street": "Constituyentes", "corner": "Observatorio"},
    ),
    ("afuera del metro pantitlan", {"landmark": "afuera del metro pantitlan"}),
    (
        "a dos cuadras del zocalo de oaxaca sobre la calle independencia",
        {"kind": "street", "state": "Oaxaca", "municipality": "Oaxaca de Juárez", "street": "Independencia"},
    ),
    (
        "frente a la presidencia municipal de tepic",
        {"state": "Nayarit", "municipality": "Tepic", "landmark": "frente a la presidencia municipal"},
    ),
    (
        "boulevard forjadores de sudcalifornia y 5 de febrero la paz bcs",
        {
            "kind": "street",
            "state": "Baja California Sur",
            "municipality": "La Paz",
            "street": "Boulevard Forjadores de Sudcalifornia",
            "corner": "5 de Febrero",
        },
    ),
    (
        "en los cabos por el aeropuerto",
        {"state": "Baja California Sur", "municipality": "Los Cabos", "landmark": "Aeropuerto"},
    ),
    (
        "avenida lazaro cardenas 200 mexicali",
        {
            "kind": "street",
            "state": "Baja California",
            "municipality": "Mexicali",
            "street": "Avenida Lazaro Cardenas",
            "number": "200",
        },
    ),
    (
        "en la carretera tijuana ensenada km 45 la de cuota",
        {"kind": "highway", "highway": "Carretera Tijuana Ensenada", "kilometer": 45},
    ),
    (
        "calle novena y revolucion tijuana",
        {
            "kind": "street",
            "state": "Baja California",
            "municipality": "Tijuana",
            "street": "Novena",
            "corner": "Revolucion",
        },
    ),
    (
        "en san cristobal de las casas periferico sur",
        {
            "kind": "street",
            "state": "Chiapas",
            "municipality": "San Cristóbal de las Casas",
            "street": "Periferico Sur",
        },
    ),
    (
        "choque en tapachula sobre la central oriente",
        {"state": "Chiapas", "municipality": "Tapachula", "landmark": "Central Oriente"},
    ),
    (
        "en calle 8 número 20 entre 3 y 5",
        {"kind": "street", "street": "8", "number": "20", "between_streets": ["3", "5"]},
    ),
    (
        "en santa catarina nuevo leon sobre diaz ordaz a la altura de la leona",
        {
            "kind": "street",
            "state": "Nuevo León",
            "municipality": "Santa Catarina",
            "street": "Diaz Ordaz",
            "landmark": "a la altura de la leona",
        },
    ),
    (
        "en la colonia centro de guadalajara calle prisciliano sanchez",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Guadalajara",
            "neighborhood": "Centro",
            "street": "Prisciliano Sanchez",
        },
    ),
    (
        "venia por mariano otero y en plaza del sol me dieron",
        {"kind": "street", "street": "Mariano Otero", "landmark": "Plaza del Sol"},
    ),
    (
        "tlaquepaque, av niños heroes y revolucion",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Tlaquepaque",
            "street": "Av Niños Heroes",
            "corner": "Revolucion",
        },
    ),
    ("en el carmen nuevo leon", {"state": "Nuevo León", "municipality": "El Carmen"}),
    (
        "guadalupe nuevo leon av benito juarez y pablo livas",
        {
            "kind": "street",
            "state": "Nuevo León",
            "municipality": "Guadalupe",
            "street": "Av Benito Juarez",
            "corner": "Pablo Livas",
        },
    ),
    (
        "en el fraccionamiento real del sol tecamac",
        {"kind": "street", "state": "Estado de México", "municipality": "Tecámac", "neighborhood": "Real del Sol"},
    ),
    (
        "en ixtapaluca sobre la federal mexico puebla km 32",
        {
            "kind": "highway",
            "state": "Estado de México",
            "municipality": "Ixtapaluca",
            "highway": "Mexico Puebla",
            "kilometer": 32,
        },
    ),
    (
        "por el mexiquense a la altura de tultepec",
        {"kind": "highway", "state": "Estado de México", "highway": "Mexiquense", "nearest_town": "Tultepec"},
    ),
    (
        "en Huixquilucan, Interlomas, vialidad de la barranca 6",
        {"state": "Estado de México", "municipality": "Huixquilucan"},
    ),
    (
        "cruzando la calle 5 de febrero con isabel la catolica",
        {"kind": "street", "street": "5 de Febrero", "corner": "Isabel la Catolica"},
    ),
    ("en la curva de la pera rumbo a cuernavaca", {"kind": "highway", "highway": "La Pera", "heading": "Cuernavaca"}),
    (
        "me quede sin gasolina entre queretaro y celaya en la 45",
        {"kind": "highway", "state": "Querétaro", "highway": "Federal 45", "nearest_town": "Queretaro"},
    ),
    ("estoy en mi casa", {}),
    ("en un estacionamiento", {"landmark": "Estacionamiento"}),
    ("aquí mismo", {}),
    ("en la calle", {}),
    ("en la carretera", {}),
    (
        "choqué hace 20 minutos en Av. Patria esquina con Acueducto, en Zapopan, Jalisco. No hay lesionados",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Zapopan",
            "street": "Av. Patria",
            "corner": "Acueducto",
        },
    ),
    (
        "estoy en Guadalajara, calle Morelos 1250 entre Chapultepec y Progreso, colonia Americana",
        {
            "kind": "street",
            "state": "Jalisco",
            "municipality": "Guadalajara",
            "neighborhood": "Americana",
            "street": "Morelos",
            "number": "1250",
            "between_streets": ["Chapultepec", "Progreso"],
        },
    ),
    (
        "nos volcamos en la carretera Guadalajara Colima km 42 rumbo a Colima hay dos heridos",
        {"kind": "highway", "highway": "carretera Guadalajara Colima", "kilometer": 42, "heading": "Colima"},
    ),
    (
        "carretera Guadalajara-Colima kilómetro 42, vamos hacia Colima",
        {"kind": "highway", "highway": "carretera Guadalajara-Colima", "kilometer": 42, "heading": "Colima"},
    ),
    (
        "en Tlaquepaque, Jalisco, en la calle Juárez, frente al número 88",
        {"kind": "street", "state": "Jalisco", "municipality": "Tlaquepaque", "street": "Juárez", "number": "88"},
    ),
    (
        "choqué con un taxi en León, Guanajuato, en el bulevar López Mateos a la altura de la central",
        {
            "kind": "street",
            "state": "Guanajuato",
            "municipality": "León",
            "street": "bulevar López Mateos",
            "landmark": "a la altura de la central",
        },
    ),
    (
        "choqué en Monterrey, en avenida Constitución a la altura de Gonzalitos, no hay heridos, póliza 1042587",
        {
            "kind": "street",
            "state": "Nuevo León",
            "municipality": "Monterrey",
            "street": "avenida Constitución",
            "landmark": "a la altura de Gonzalitos",
        },
    ),
    (
        "choke en periferico y vallarta zapopan poliza 1042587 sin heridos",
        {"kind": "street", "state": "Jalisco", "municipality": "Zapopan", "street": "Periferico", "corner": "Vallarta"},
    ),
    (
        "me dieron un llegue en el estacionamiento de plaza galerías aquí en guadalajara jalisco",
        {"state": "Jalisco", "municipality": "Guadalajara", "landmark": "Estacionamiento de Plaza Galerías"},
    ),
    (
        "plaza galerías en guadalajara",
        {"state": "Jalisco", "municipality": "Guadalajara", "landmark": "Plaza Galerías"},
    ),
    (
        "estoy en la autopista México Querétaro kilómetro 130 sentido a Querétaro",
        {"kind": "highway", "highway": "autopista México Querétaro", "kilometer": 130, "heading": "Querétaro"},
    ),
    (
        "en la mexico puebla km 82.5 cerca de rio frio",
        {"kind": "highway", "highway": "Mexico Puebla", "kilometer": 82.5, "landmark": "cerca de rio frio"},
    ),
    (
        "en cancún, avenida tulum esquina con coba",
        {
            "kind": "street",
            "state": "Quintana Roo",
            "municipality": "Benito Juárez",
            "street": "Avenida Tulum",
            "corner": "Coba",
        },
    ),
    (
        "me pegaron en insurgentes sur y felix cuevas colonia del valle benito juarez cdmx",
        {
            "kind": "street",
            "state": "Ciudad de México",
            "municipality": "Benito Juárez",
            "neighborhood": "Del Valle",
            "street": "Insurgentes Sur",
            "corner": "Felix Cuevas",
        },
    ),
    (
        "calle 60 entre 59 y 61 centro merida yucatan",
        {
            "kind": "street",
            "state": "Yucatán",
            "municipality": "Mérida",
            "neighborhood": "Centro",
            "street": "60",
            "between_streets": ["59", "61"],
        },
    ),
    ("estoy sobre reforma frente al angel", {"kind": "street", "street": "Reforma", "landmark": "frente al angel"}),
    (
        "en la 57 a la altura de matehuala slp km 610",
        {
            "kind": "highway",
            "state": "San Luis Potosí",
            "highway": "Federal 57",
            "kilometer": 610,
            "nearest_town": "Matehuala",
        },
    ),
    (
        "autopista del sol kilometro ciento treinta y cinco más doscientos rumbo a acapulco",
        {"kind": "highway", "highway": "Autopista del Sol", "kilometer": 135.2, "heading": "Acapulco"},
    ),
    (
        "calle 5 de mayo numero 45 col centro puebla",
        {
            "kind": "street",
            "state": "Puebla",
            "municipality": "Puebla",
            "neighborhood": "Centro",
            "street": "5 de Mayo",
            "number": "45",
        },
    ),
    (
        "kilometro 23 de la carretera a chapala",
        {"kind": "highway", "highway": "Carretera a Chapala", "kilometer": 23, "heading": "Chapala"},
    ),
    (
        "en el cruce de lázaro cárdenas y mariano otero",
        {"kind": "street", "street": "Lázaro Cárdenas", "corner": "Mariano Otero"},
    ),
    ("entre las 8 y las 10 de la mañana", {}),
    ("mi póliza es 1042587", {}),
    ("sí camina", {}),
    (
        "ciudad juarez chihuahua en la avenida tecnologico y ejercito nacional",
        {
            "kind": "street",
            "state": "Chihuahua",
            "municipality": "Juárez",
            "street": "Avenida Tecnologico",
            "corner": "Ejercito Nacional",
        },
    ),
    (
        "en toluca en paseo tollocan esq con alfredo del mazo",
        {
            "kind": "street",
            "state": "Estado de México",
            "municipality": "Toluca",
            "street": "Paseo Tollocan",
            "corner": "Alfredo del Mazo",
        },
    ),
    (
        "Blvd. Díaz Ordaz #1200, San Pedro Garza García, N.L.",
        {
            "kind": "street",
            "state": "Nuevo León",
            "municipality": "San Pedro Garza García",
            "street": "Blvd. Díaz Ordaz",
            "number": "1200",
        },
    ),
    (
        "en morelos doce cincuenta colonia centro",
        {"kind": "street", "neighborhood": "Centro", "street": "Morelos", "number": "1250"},
    ),
    (
        "por la caseta de palmillas en la mexico queretaro sentido a mexico",
        {
            "kind": "highway",
            "state": "Querétaro",
            "highway": "Mexico Queretaro",
            "heading": "Mexico",
            "nearest_town": "Palmillas",
        },
    ),
    (
        "anillo periférico poniente 4500 fraccionamiento ciudad granja",
        {"kind": "street", "neighborhood": "Ciudad Granja", "street": "Anillo Periférico Poniente", "number": "4500"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_a_place_is_taken_apart(text, expected):
    found = place.find(text)
    value = found[0].value if found else {}
    assert {key: item for key, item in value.items() if item not in (None, [], "") and key != "text"} == expected


@pytest.mark.parametrize(("text", "expected"), [pair for pair in PLACES if pair[1]])
def test_without_accents_and_in_capitals_it_is_the_same_place(text, expected):
    found = place.find(text.upper())
    assert found
    for key in ("kind", "state", "municipality", "number", "kilometer"):
        assert found[0].value[key] == expected.get(key), key


@pytest.mark.parametrize(
    "text",
    [
        "mi póliza es 1042587",
        "sí camina",
        "no hay heridos",
        "soy Guadalupe Juárez",
        "me llamo León Hidalgo Morelos",
        "placas de Jalisco",
        "es un Seat León 2018",
        "un Dodge Durango negro",
        "33 1845 2290",
        "yo iba manejando",
        "me pegaron por atrás en un alto",
        "entre las 8 y las 10 de la mañana",
        "por favor",
        "quiero reportar un robo",
        "se me cayó la carga",
        "no, nada más el poste",
        "hola buenas tardes",
        "gracias, era todo",
        "mi licencia es de Guanajuato",
        "en la noche",
        "en un ratito",
        "con el señor que me pegó",
        "sin novedad",
        "ver si me ayudan",
        "son las tres",
        "iba solo",
        "es un tsuru",
    ],
)
def test_what_is_no_place(text):
    from bot.nlu.parsers.every import find_all

    assert [f for f in find_all(text) if f.entity == "place"] == []


def test_an_answer_keeps_the_words_when_nothing_is_recognised():
    said = place.read("donde siempre me estaciono, pasando el arroyo")
    assert said["text"] == "donde siempre me estaciono, pasando el arroyo"
    assert place.read("...") is None
