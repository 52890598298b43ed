"""The words for people: one's own and strangers."""

KIN = (
    r"(?:mam[ai]|mama?cita|pap[ai]|papacito|apa|ama|apacito|amacita|jef[ea]|jefit[oa]|viej[oa]|viejit[oa]"
    r"|parej[ao]|yerno|nuera|nin[oa]|nen[ea]"
    r"|hij[oa]|hijit[oa]|espos[oa]|herman[oa]|hermanit[oa]|carnal[a]?|novi[oa]|suegr[oa]|abuel[oa]|abuelit[oa]|abue"
    r"|acompanante|roomie"
    r"|copiloto|bebe|bebita|mujer|marido|madre|padre|senora|sra|sobrin[oa]|sobrinit[oa]|niet[oa]|nietecit[oa]"
    r"|nietit[oa]"
    r"|amig[oa]|chofer|operador"
    r"|prim[oa]|ti[oa]|cunad[oa]|compadre|comadre|cuate|compa|companer[oa]|plebe|morr[oa]|morrit[oa]|chamac[oa]"
    r"|chiquit[oa]"
    r"|huerc[oa]|chilpayate|chavo|chava"
    r"|vecin[oa]|nana|tata|madrina|padrino|ahijad[oa]|consuegr[oa]|ayudante|chalan|machetero|empleado|pasajer[oa]"
    r"|emplead[oa]|muchach(?:it)?[oa]|gemel(?:it)?[oa]|guer(?:it)?[oa]|gord(?:it)?[oa]|flac(?:it)?[oa]"
    r"|pequ(?:en[oa]|ito|ita)"
    r"|client[ea]|alumn[oa]|soci[oa]|bisniet[oa]|hijastr[oa]|jovencit[oa]|escuincl[ea]|patron[a]?)"
)
STRANGER = (
    r"(?:senor[a]?|persona|joven|muchach[oa]|chav[oa]|chavit[oa]|motociclista|motorista|ciclista|peaton|peatona|motero"
    r"|repartidor[a]?|ancian[oa]|viejit[oa]|taxista|trailero|camionero|pasajer[oa]|conductor[a]?|operador"
    r"|nin[oa]|nen[ea]"
    r"|bebe|don|donita|dona|chic[oa]|hombre|mujer|copiloto|acompanante|chofer|ayudante|chalan"
    r"|menor|transeunte|plebe|morr[oa]|chamac[oa]|tipo|wey|guey|bato|vato|compa|amig[oa]|hij[oa]|espos[oa]|mama|papa"
    r"|abuelit[oa]|trabajador[a]?|vendedor[a]?|usuari[oa]|huerc[oa]|escuincl[ea]|cuate|sujeto|senorita|sra|sr|victima)"
)
CHILD = (
    r"\b(?:nin[oa]|nen[ea]|bebe|bebita|hij(?:it)?[oa]|chamac[oa]|huerc[oa]|niet(?:it|ecit)?[oa]|sobrin(?:it)?[oa]|plebe"
    r"|chavit[oa])$"
)
