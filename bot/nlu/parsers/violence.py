"""Whether there was violence or a threat: weapons, blows, being held or made to get out."""

from .part_words import NO_PARTS
from .two_sided import two_sided

_WEAPON = (
    r"(?:armas?|pistolas?|fuscas?|cuetes?|cohetes?|fierros?|cuchillos?|navajas?|machetes?|cuernos?(?: de chivo)?"
    r"|rifles?"
    r"|fusil(?:es)?|escopetas?|metralletas?|metralla|picahielos?|desarmador|puntas?|palos?|tubos?|bates?|armas largas"
    r"|pica ?hielos|charrasca|revolver)"
)
_US = r"(?:(?:me|nos|lo|la|los|las|le|les|se) )+"
_AT_GUNPOINT = (
    rf"\b(?:(?:con|a punta de|traian?|sac(?:o|aron)|portaban) (?:(?:una?|unas|unos|sus?|puras?) )?{_WEAPON}|encanon\w+"
    r"|amag(?:o|aron|ad[oa]s?)|amarr(?:o|aron)|(?:(?:me|nos|lo|la|los|las|al? \w+) (?:dejaron|tenian|tuvieron"
    r"|llevaban)|quede"
    r"|quedamos|chofer|operador|todos) amarrad[oa]s?|(?:dejaron|tenian|encontre"
    r"|estaba) amarrad[oa]s?(?= (?:al?\b|dentro|en (?:la|el) (?:cabina|monte|camarote)))|armad[oa]s"
    r"|a mano armada|somet(?:io|ieron)|vendaron|secuestr\w+"
    r"|encapuchad\w+)\b"
)
VIOLENCE = two_sided(
    "violence",
    rf"\b(?:(?:con|a punta de|traian?|traia|trae|sac(?:o|aron|ando\w*)|mostr(?:o|aron)|llevaban?|ensen(?:o|aron)"
    rf"|pus(?:o|ieron)"
    rf"|portaban|cargaban?)(?: (?:una?|unas|unos|sus?|la|el|las|los|puras?))? {_WEAPON}\b(?! (?:y|con) (?:la"
    rf"|el) (?:llave|grua))"
    rf"|{_WEAPON} en mano|a mano armada|armad[oa]s?\b|{_US}(?:saco|sacaron) (?:el|la|un|una|del) (?!vuelta|licencia"
    rf"|llave|foto)\w+"
    rf"|{_US}(?:golpe(?:o|aron)|encanon\w+|apunt(?:o|aron)(?! (?:las?|el|los|sus?|mis?|tod\w+"
    rf"|bien) (?:\w+ )?(?:placa|numero|dato"
    rf"|telefono|nombre|folio|hora|direccion))|amag\w+|amenaz\w+(?! (?:con|de|que) (?:demand|llam|denunc|acus"
    rf"|hab))|baj(?:o|aron) (?:de|del|a|en|con|y|entre"
    rf"|me|por)\b"
    rf"|avent(?:o|aron) (?:al suelo|al piso|del)|somet\w+|tir(?:o|aron) (?:al|del)|peg(?:o|aron) con (?:la|el|un)"
    rf"|cacheti?\w+aron"
    rf"|jalone?\w*aron|amarr(?:o|aron)|pate(?:o|aron)|hinc(?:o|aron)|encaj(?:o|aron)|hirieron|ahorc\w+|encerraron en"
    rf"|subieron a (?:otr|su)\w+|vendaron|cerraron el paso|levantaron|quitaron a la|oblig(?:o|aron) a|forz(?:o|aron) a)"
    rf"|(?:me|nos) (?:(?:bajaron|jalaron|aventaron|tiraron){NO_PARTS}|pegaron (?:con|en la cabeza|una)|patearon"
    r"|quitaron las llaves)"
    r"|asalt(?:o|aron|ado|ada|antes?|arme|arnos)\b"
    r"|con lujo de|cachaz\w+|a la fuerza|amagad[oa]|forcej\w+|jaloneo|dieron (?:de |unos |varios )?(?:golpes|cachazos"
    r"|patadas"
    r"|punetazos)|(?:a|de) (?:puros? )?(?:golpes?|cachazos|punetazos)(?= me)|a (?:empujones|empellones|patadas|jalones"
    r"|la brava)"
    r"|encapuchad\w+|con violencia|encanon\w+|a punta de (?:pistola|arma|navaja)|si hubo violencia"
    r"|violent\w+|balazos?"
    r"|plomazos?|disparos?|disparar\w*|secuestr\w+)\b",
    r"\b(?:no iba nadie|(?:no|ni|nunca|sin|nadie|ninguno) (?:los? |me |nos |les )?(?:vi |note |alcance a ver )?"
    r"(?:traian?|llevaban?|sac(?:o|aron)|mostraron|apuntaron|amenaz\w+|encanon\w+|amag\w+|vi|usaron|hubo|fue con|hay"
    r"|ejercieron)(?: \w+){0,3}? (?:violencia|" + _WEAPON + r"|nada)|sin (?:violencia|armas?)"
    r"|(?:nadie|ninguno) (?:me|nos) (?:golpeo|pego|amenazo|apunto|encanono|amago|toco|agredio|lastimo"
    r"|hizo (?:nada|dano))"
    r"|no me (?:golpearon|amenazaron|apuntaron|encanonaron)(?!\w*[^.;]{0,40}\b(?:pero si|me|nos)\b)"
    r"|no (?:hubo|fue con)(?: \w+)?(?= nada|\W*$)|(?:nada de|ninguna|cero) (?:violencia|armas?)"
    r"|no (?:fue|hubo) (?:un )?asalto|no armad\w+|tranquilamente)\b",
    r"\b(?:no me (?:hicieron (?:nada|dano)|lastimaron|golpearon|amenazaron)|(?:ni|no) (?:me|nos) (?:tocaron|hicieron)"
    r"|ni (?:cuenta )?(?:me|nos) (?:di|dimos)(?: cuenta)?|ni (?:los|lo|las) (?:vi|vimos)|no me di cuenta"
    r"|sin que me diera cuenta"
    r"|nadie (?:vio|se dio cuenta)|no vi (?:nada|a nadie)|no (?:los|lo) vi|no vimos|(?:cuando|al) (?:sali|regrese"
    r"|volvi|llegue"
    r"|baje|salir|regresar|volver|llegar)(?: \w+){0,4}? (?:ya )?no (?:estaba|esta|lo|la)|ya no estaba"
    r"|(?:estaba|estabamos) (?:dormid|en (?:la|mi) (?:casa|cochera)|adentro|trabajando|comprando)\w*"
    r"|(?:estaba|andaba|estabamos|andabamos) (?:en|de) (?:el |la |mi )?(?:super|tienda|misa|iglesia|cine|trabajo"
    r"|compras"
    r"|escuela|plaza|banco|gym|gimnasio|doctor|oficina|restaurante|cochera)"
    r"|no (?:estaba|estabamos|habia) (?:yo |nadie |en el|dentro|presente)|no habia nadie|nadie adentro"
    r"|estaba estacionad[oa]|(?:lo|la) (?:deje|tenia|habia dejado) (?:estacionad|parad)\w*)\b",
    surely=_AT_GUNPOINT,
)
