"""The load: what it is, how dangerous (type A, B or C of the cargo cover, CG-A to CG-C), and whether it spilled."""

import re
from typing import Any, Dict, Optional

from .folding import fold

_TYPE_C = (
    r"diesel|gasolina|gas(?: (?:lp|natural|butano|propano))?|combustibles?|acidos?|quimic\w+|solventes?|amoniaco|cloro"
    r"|explosiv\w+|polvora|cohetes|pirotecnia|turbosina|hidrocarburos?|petroleo|(?<!el )asfalto|chapopote"
    r"|azufre|radioactiv\w+"
    r"|oxigeno|nitrogeno|thinner|fertilizante|sosa caustica|alcohol|material peligroso|residuos? (?:peligros\w+"
    r"|biologic\w+"
    r"|infeccios\w+)|bioinfeccios\w+|corrosiv\w+|inflamables?|toxic\w+|combustoleo|insecticidas?|pinturas?"
    r"|th?inn?er|tinn?er|pegamentos?|aerosoles|resinas?|cianuro|sosa|pesticidas?|plaguicidas?|herbicidas?"
    r"|(?:tanques|cilindros|pipas?) de gas|metanol|etanol|acetona|nafta|propano|butano"
)
_TYPE_B = (
    r"maquinaria|tractor(?:es)?|retroexcavadora|carros|coches|autos|camionetas|vehiculos|motos|troncos|rollos? de papel"
    r"|bobinas?|cables?|alambre|postes|varillas?|vigas?|acero|fierro|tubos?|tuberia|cemento|arena|grava|ladrillos?"
    r"|block"
    r"|tabiques?|material(?:es)? de construccion|material|loza|azulejo|ganado|reses|vacas|becerros|cerdos|puercos"
    r"|borregos"
    r"|caballos|pollos? vivos?|linea blanca|electrodomesticos|refrigeradores|lavadoras|estufas|pantallas|muebles"
    r"|vidrios?"
    r"|cristal(?:es)?|grano|maiz|frijol|trigo|sorgo|soya|semillas?|aceites?|ferreteria|refrescos?|cervezas?"
    r"|(?<!se )(?<!me )(?<!le )(?<!nos )(?<!que )vino(?! (?:un|una|el|la|a|tod[oa]|encima|abajo|por|hacia)\b)"
    r"|tequila"
    r"|agua embotellada|garrafones|botellas?|chatarra|autopartes|refacciones|motores|sacos|costales|yeso|cal"
    r"|piedras?|tierra|escombro|marmol|laminas?|perfiles|ptr"
    r"|excavadoras?|trascabos?|montacargas|roperos?|salas|colchones|camas|computadoras|hierro|marranos|chivos|ovejas"
    r"|gallinas|pacas|rastrojo|alfalfa|arroz|avena|cebada|mezcal|licores|jugos|troceria|concreto|varillas"
)
_TYPE_A = (
    r"abarrotes|fruta|verduras?|legumbres|aguacates?|jitomates?|tomates?|limon(?:es)?|naranjas?|platanos?|papas?"
    r"|cebollas?"
    r"|mangos?|sandias?|melones|chiles?|alimentos?|comida|carne|pollos?|pescado|llantas|papel|carton|agua|pipa de agua"
    r"|ropa|telas?|zapatos|azucar|leche|lacteos|quesos?|madera|plasticos?|tarimas?|juguetes|libros|paqueteria"
    r"|medicinas?"
    r"|harina|pan|flores|herramientas?|huevos?|pepinos?|calabazas?|nopal(?:es)?|fresas?|uvas?|manzanas?|pinas?"
    r"|papayas?|cocos?|elotes?"
    r"|lechugas?|brocoli|zanahorias?|ajos?|embutidos|botanas?|galletas|dulces|panales|cafe|croquetas|hielo|tinacos?"
    r"|medicamentos?|jabon|cobijas|uniformes|duraznos?|guayabas?|chayotes?|pimientos?|frambuesas?|moras|berries"
    r"|hortalizas"
)
_TYPES = {
    "C": re.compile(rf"\b(?:{_TYPE_C})\b"),
    "B": re.compile(rf"\b(?:{_TYPE_B})\b"),
    "A": re.compile(rf"\b(?:{_TYPE_A})\b"),
}
_UNTYPED = re.compile(r"\b(?:mercancia|basura|mudanza|carga general)\b")
_NAMED = re.compile(
    r"\b(?:(?:llevaba|traia|cargaba|transportaba|llevo|traigo|transporto|trae|cargado (?:de|con)"
    r"|cargada (?:de|con)|cargado|carga (?:de|con|es)?|iba cargad[oa] (?:de|con))\s+(?:mi |un |una "
    r"|unas |unos |la |el |puro |pura |como )?(?:carga (?:de )?|cargamento de "
    r"|viaje de )?)([a-z]+(?:\s+(?:de|y|con|para)\s+[a-z]+|\s+(?!y|en|por|que|cuando|no|se|a)[a-z]+)?)"
)
_NONE = re.compile(
    r"\b(?:sin carga|(?:iba|venia|va|voy|vengo|estaba|andaba) (?:de )?vaci[oa]"
    r"|(?<!se )(?<!se me )(?<!se le )vaci[oa]|no (?:llevaba"
    r"|traia|llevo|traigo|cargaba|transportaba|trae)(?: \w+){0,2}? ?(?:nada|carga|mercancia)"
    r"|nada de carga|descargad[oa])\b"
)
_DANGEROUS = re.compile(r"\bpeligros[oa]s?\b")
_HARMLESS = re.compile(r"\b(?:nada|no (?:es|era)|sin|ningun\w*)(?: \w+)? peligros")
_LOAD = (
    r"(?:carga|mercancia|cargamento|cajas|costales|bultos|tarimas|rollos|pacas|sacos|rejas|huacales|tambos|paquetes"
    r"|(?!(?:carros|coches|autos|camionetas|vehiculos|motos|tractor\w*|llantas|postes|cables?|alambre|agua|gas\w*|diesel"
    r"|aceites?|combustibles?|vidrios?|cristal\w*|muebles|material)\b)"
    rf"(?:{_TYPE_A}|{_TYPE_B}|{_TYPE_C}))"
)
_GROUND = (
    r"(?:carretera|autopista|asfalto|pavimento|calle|carril(?:es)?|cuneta|suelo|piso|camino|barranc[oa]|acotamiento|arroyo"
    r"|camellon|banqueta|terraceria|cinta asfaltica)"
)
_CAME_LOOSE = (
    r"(?:vin(?:o|ieron)|fue(?:ron)?|vol(?:o|aron)|solt(?:o|aron)|desprendi\w+|zaf(?:o|aron)|desamarr(?:o|aron)|rod(?:o"
    r"|aron)|vaci(?:o|aron)|sal(?:io|ieron)|escap(?:o|aron)|derrumb(?:o|aron)|desfond(?:o|aron)|desparram\w+)"
)
# 'se vino toda la carga', 'los tubos se soltaron', 'las cajas quedaron en la carretera'.
_LOOSE = re.compile(
    rf"\bse (?:me |nos |le )?{_CAME_LOOSE}(?: (?!no\b|caja\b)\w+){{0,3}}? {_LOAD}\b"
    rf"|\b{_LOAD}\b(?:\W+(?!no\b|ni\b|ningun\w*\b)\w+){{0,5}}?\W+se (?:me |nos |le )?{_CAME_LOOSE}\b"
    rf"|\b{_LOAD}\b[^.;]{{0,30}}?\b(?:quedo|quedaron|fue|fueron|termino|terminaron|acabo|acabaron|cayendo|volando"
    rf"|esta|estan)\b[^.;]{{0,20}}? (?:en|a|al|por|sobre|hasta) (?:\w+ ){{0,2}}?{_GROUND}\b"
    rf"|\bqued(?:o|aron)(?: \w+){{0,3}} {_LOAD}(?: \w+)? (?:en|por|sobre) (?:\w+ ){{0,2}}?{_GROUND}\b"
    rf"|\bcayendo(?: \w+){{0,2}} {_LOAD}\b"
)
_SPILLED = re.compile(
    r"\b(?:derram\w+|(?:tire|tiramos|regue|regamos|perdi|perdimos) (?:tod[oa] |parte de |la mitad de )?"
    r"(?:l[ao]s? |el |mi )(?!poliz|tarjet|papel|licenc|llave|control|cel)\w+"
    r"|(?:se )?(?:me |nos |le )?(?:rego|regaron|riega|regando)|se (?:me |nos |le )?(?:cayo|cayeron|tiro|tiraron"
    r"|esparcio|salio"
    r"|esparcieron|desparramo|desparramaron)|tirad[oa]s?|regad[oa]s?|desparramad[oa]s?|fuga\w*|gote\w+|chorre\w+"
    r"|se cayo la carga"
    r"|se (?:me |nos |le )?(?:vino|vinieron|fue|fueron) (?:abajo|al (?:piso|suelo)"
    r"|(?:tod[oa]s? |parte de )?(?:l[ao]s? |el )?(?:carga|mercancia|cargamento))"
    r"|(?:se )?(?:esta |anda )(?:saliendo|tirando|regando|derramando)(?:se)?)\b"
)
_KEPT = re.compile(
    r"\b(?:no (?:se )?(?:me |nos |le )?(?:derram|cay|tir|reg|sali|esparc|desparram|solt|vin|desprend|zaf"
    r"|desamarr|movi)\w*"
    r"|(?:nada|ningun[oa]?(?: \w+)?|ni (?:un[oa]?|el|la)(?: \w+)?) (?:se )?(?:me |nos |le )?(?:cay|tir|derram"
    r"|reg|sal|solt|vin|zaf|romp"
    r"|quebr|revent)\w*|no (?:se )?\w+ (?:nada|ningun\w*|ni un[oa]?)\b"
    r"|sin (?:derram|fuga|regar)\w*|carga (?:esta |sigue |quedo |va )?(?:complet|inta|bien|intact|segura)\w*"
    r"|viene complet\w+|\bintact[oa]s?)"
)


def spilled(text: str) -> Optional[bool]:
    """Whether some of the load came off the vehicle; None where nothing is said of it."""
    folded = fold(text)
    return False if _KEPT.search(folded) else True if _SPILLED.search(folded) or _LOOSE.search(folded) else None


def cargo(text: str) -> Optional[Dict[str, Any]]:
    """{"any", "goods", "type" (A, B, C or None), "dangerous", "spilled", "text"} of the load; None when not spoken of.

    Of several goods the most dangerous decides the type.
    """
    folded = fold(text)
    kind, goods = next(((kind, m) for kind, words in _TYPES.items() for m in [words.search(folded)] if m), (None, None))
    goods = goods or _UNTYPED.search(folded)
    said = spilled(text)
    if _NONE.search(folded) or (
        re.match(r"\W*(?:no|nada|ninguna|sin)\b(?! (?:es |muy )?peligros)", folded) and not goods and said is None
    ):
        return {"any": False, "goods": None, "type": None, "dangerous": False, "spilled": False, "text": text.strip()}
    named = _NAMED.search(folded)
    what = text[goods.start() : goods.end()] if goods else text[named.start(1) : named.end(1)] if named else None
    harmless, dangerous = _HARMLESS.search(folded), _DANGEROUS.search(folded)
    if not what and not dangerous:
        return None
    return {
        "any": True if what else None,
        "goods": what,
        "type": kind,
        "dangerous": False if harmless else True if dangerous or kind == "C" else None,
        "spilled": said,
        "text": text.strip(),
    }
