"""The words by which a vehicle is told to move or to run, or not to."""

import re

MOVES = (
    r"camin(?:a|o|an|ando|aba|ar)|anda|anduvo|andando|andar|(?<!la )(?<!una )(?<!rueda )rueda(?! (?:de|delantera"
    r"|trasera"
    r"|derecha|izquierda|se|esta|quedo|volo|salio))|rodo|rodando|rodar|avanz(?:a|o|ar|ando)|circul(?:a|o|ar|ando)"
    r"|se mueve|se movio|mover(?:se|lo|la|me)?|moverme|manejar(?:se|lo|la)?|se deja mover|jal(?:a|o|ando)"
    r"(?! (?:mucho |bien |muy |bastante |feo )?(?:pa|para|hacia|a) (?:la |el |un |los )?(?:derech|izquierd|lado))"
    r"|irme en (?:el|ella)"
)
RUNS = (
    r"prend(?:e|io|ia|er|a)|arranc(?:a|o|aba|ar)|enciend[ea]|encendio|encender|funcion(?:a|o|ar)"
    r"|da (?:marcha|pa|senal\w*)|responde|reacciono|reacciona|agarra (?:las? )?(?:cambios|velocidades|reversa)"
    r"|entra la reversa"
)
WALKS = re.compile(r"camin|and[ao]|andar|se m[ou]|mover")  # as people do
MOVE, RUN = re.compile(rf"\b(?:{MOVES})\b"), re.compile(rf"\b(?:{RUNS})\b")
DENIES = re.compile(
    r"\b(?:no|ni|ya no|nunca|tampoco|imposible|sin poder|sin)(?: (?:lo|la|le|me|se|para|quiere|quiso|puede|puedo|pude"
    r"|podemos|pudimos|deja|dejo|siquiera|creo que|es posible|hay (?:forma|manera) de|mas|bien|voy a|alcanza a|logre"
    r"|logra|podra|ha|han|he|quieren|queria|intente|bien|arriesgo a|atrevo a|animo a|conviene|recomiendan))* $"
)
# 'No, prende pero jala para un lado': what follows only hedges the no. 'No, sí camina', 'no, nomás está feo' do not.
HARDLY = r"(?:pero|nomas|nada mas|aunque|y luego|y hace|y truena|y se)"
NO_BUT = re.compile(
    rf"\W*(?:(?:pues|pos|hijole|uy|mire|la verdad|ahorita)\W+)*no\b(?! (?:hay|tiene|le|se|lo|la|me|es|fue|esta)\b)"
    rf"(?:\W+(?:pues|pos|creo|mucho|tanto|la verdad|fijese|joven|senorita|que|o sea|mire))*\W+"
    rf"(?!.*\bsi (?:{MOVES}|{RUNS})\b)(?:(?:el|la|mi) (?:carro|coche|camioneta|moto|auto|troca)\W+)?"
    rf"(?:apenas |medio |nomas |solo )?(?:{MOVES}|{RUNS})\b(?! bien| normal| perfect)(?:\W+\w+){{0,4}}?\W+{HARDLY}\b"
)
# "No se ha movido", "no lo he querido mover": it has not been tried.
UNTRIED = re.compile(
    r"\b(?:no|ni|aun no|todavia no) (?:lo |la |le |me |se )*(?:he|hemos|ha|quise|quiero|queremos|voy a|vamos a"
    r"|(?=(?:probe|intente|movi|movimos|prendi|toque)\b)) ?"
    r"(?:he )?(?:querido |ni )?(?:probado|intentado|checado|movido|prendido|tocado|probe|intente|movi|movimos|prendi"
    r"|toque|mover(?:lo|la|le)?|prender(?:lo|la)?)\b"
)
