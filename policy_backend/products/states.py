"""States of Mexico under the names that people and catalogues use."""

from functools import lru_cache

from common.text import fold

_NAMES: dict[str, tuple[str, ...]] = {
    "Aguascalientes": ("ags",),
    "Baja California": ("bc", "b c", "baja california norte", "bcn"),
    "Baja California Sur": ("bcs", "b c s"),
    "Campeche": ("camp",),
    "Chiapas": ("chis",),
    "Chihuahua": ("chih",),
    "Ciudad de México": ("cdmx", "df", "d f", "distrito federal", "mexico df", "mexico city"),
    "Coahuila": ("coah", "coahuila de zaragoza"),
    "Colima": ("col",),
    "Durango": ("dgo",),
    "Guanajuato": ("gto",),
    "Guerrero": ("gro",),
    "Hidalgo": ("hgo",),
    "Jalisco": ("jal",),
    "México": ("estado de mexico", "edo mex", "edomex", "edo de mexico", "mex", "em"),
    "Michoacán": ("mich", "michoacan de ocampo"),
    "Morelos": ("mor",),
    "Nayarit": ("nay",),
    "Nuevo León": ("nl", "n l"),
    "Oaxaca": ("oax",),
    "Puebla": ("pue",),
    "Querétaro": ("qro", "queretaro de arteaga"),
    "Quintana Roo": ("qroo", "q roo"),
    "San Luis Potosí": ("slp", "s l p"),
    "Sinaloa": ("sin",),
    "Sonora": ("son",),
    "Tabasco": ("tab",),
    "Tamaulipas": ("tamps",),
    "Tlaxcala": ("tlax",),
    "Veracruz": ("ver", "veracruz de ignacio de la llave"),
    "Yucatán": ("yuc",),
    "Zacatecas": ("zac",),
}
_BY_NAME = {fold(alias): state for state, others in _NAMES.items() for alias in (state, *others)}


@lru_cache(4096)
def state_name(said: str) -> str | None:
    """The state that `said` names, in its short usual form ("Nuevo León", "México"), or None."""
    words = fold(said)
    return _BY_NAME.get(words) or _BY_NAME.get(words.removeprefix("estado de "))
