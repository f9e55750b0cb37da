"""Whether a word could be a Vietnamese syllable: a check of spelling, without a dictionary."""

import re
import unicodedata

_ONSET = r"(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh|n|ph?|qu|r|s|th|tr|t|v|x)?"
_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong
ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt
uynh uyt uyu
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y ych ynh yt yêm yên yêng yêt yêu
"""
_SYLLABLE = re.compile(rf"{_ONSET}(?:{'|'.join(_RIMES.split())})")
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_STOPPED = ("c", "ch", "p", "t")
_TONES_OF_STOPPED = {"\u0301", "\u0323"}


def is_syllable(word: str) -> bool:
    """Whether the word has an onset, a rime and a tone that Vietnamese spelling joins; case does not count.

    A rime that ends in c, ch, p or t needs the tone sắc or nặng. Names of other languages, such as
    ``DRông``, are no syllables.
    """
    decomposed = unicodedata.normalize("NFD", word.casefold())
    tones = [mark for mark in decomposed if mark in _TONES]
    plain = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in _TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(plain):
        return False
    return not plain.endswith(_STOPPED) or bool(_TONES_OF_STOPPED.intersection(tones))
