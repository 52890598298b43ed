"""The words for a blow that is given: 'me dieron un llegue', 'le di por atrás'."""

# What is given that is a blow; 'me dieron cita', 'una copia', 'un culatazo' are none.
BLOWS = (
    r"(?:golp(?!iz)\w+|llegue\w*|llegon\w*|cerron\w*|arrimon\w*|raspon\w*|rasponcit\w*|rozon\w*|empujon\w*"
    r"|topon\w*|tope"
    r"|alcance|impacto|bes(?:o|ito)|embarrad\w+|tallon\w*|toque\w*|laminazo|trancazo|madrazo|putazo|chingadazo"
    r"|fregadazo|guamazo|catorrazo|cabronazo|zapotazo|topetazo|ranazo|porrazo|mandarriazo|trompon\w*|trancacito"
    r"|(?!cach|culat|punet|navaj|cuchill|bat|botell|bal|plom|pist|plaz|pedr|telefon|fich|vist|abr)\w+azo)"
)
BLOW = (
    rf"(?= (?:una? (?:\w+ )??{BLOWS}\b|por\b|en\b|de (?:lado|frente|lleno"
    r"|costado|refilon|atras|nuevo)|atras|duro|durisimo|fuerte|feo|bien|leve|recio|al\b|a (?!mi papa|mi mama|conocer"
    r"|entender|firmar)|con\b|contra\b|estando|cuando|mientras|y (?:se|ni|huy|sal|arranc))|\W*$|\W*[,.;])"
)
# 'El número que me dieron' was handed over, not struck.
HANDED = "".join(
    rf"(?<!\b{thing} que )"
    for thing in ("unica", "unico", "numero", "folio", "poliza", "tarjeta", "papel", "dato", "la", "lo", "el", "los")
)
