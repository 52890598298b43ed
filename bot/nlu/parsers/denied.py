"""What is denied before a loss is named: 'no tuve ningún accidente', 'no vengo a reportar un choque'."""

# In folded words; what it denies follows.
DENIED = (
    r"\bno (?:(?:fue|es|era|hubo|hay|tengo|tuve|tuvimos|traigo|sufri|sufrimos|se trata de|(?:he|hemos) tenido"
    r"|report\w+|(?:vengo|llamo|hablo|escribo|quiero|voy|estoy)(?: a| para| por)?(?: report\w+)?) )"
    r"(?:(?:lo de|de|por|un|una|ningun|ninguna|algun|alguna) )*"
)
