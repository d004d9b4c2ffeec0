"""Words that turn a note round or carry little: closed classes and common opposites.

Written from ordinary grammars of the three languages (pronouns, conjunctions, adpositions, forms
of "to be", negations, numerals) and from everyday antonyms; nothing here is taken from data.
An entry that ends in `*` stands for all words that begin so, since endings vary. In a line of
opposites, `|` parts the two poles.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")

_LITTLE = {
    "fi": """
        ja tai eli sekä että jotta koska kun jos vaikka kuin niin myös mutta vaan vain joko siis
        olla on oli ovat olivat ole olen olet olemme olette ollut olleet olisi olisivat olevan oleva
        ei eivät en et emme ette eikä minä sinä hän me te he se ne tämä tuo nämä nuo minun sinun
        hänen meidän teidän heidän sen niiden niitä sitä siitä siinä siihen tämän tätä tässä tästä
        tähän näiden näitä meillä meitä meille heillä heitä teillä minulla joka jotka jonka joiden
        jota joita jossa josta johon mikä mitä minkä mistä missä mihin kuka ketä itse oma omat
        aina usein joskus nyt sitten vielä jo ihan aivan melko hyvin noin kanssa varten kautta
        mukaan myötä takia vuoksi kohti saada saa saadaan voi voidaan voivat pitää pitäisi tulee
        täytyy tulisi täällä siellä niillä tällä juuri muun muassa esim yms jne ym
    """,
    "sv": """
        och eller samt att som för till av på i om med vid under över från mot mellan efter före
        men utan så då när där här det den de en ett är var vara varit blir blev bli har hade ha
        jag du han hon vi ni man sig sin sitt sina min mitt mina din vår vårt våra er ert era deras
        dess denna detta dessa vad vem vilken vilket vilka också bara även än nu redan ju kan
        kunde ska skulle vill ville måste bör får fick få inte ej icke aldrig ingen inget inga
        mycket väldigt ganska helt alla allt någon något några oss dem dom honom henne mig dig
        t.ex. bl.a. osv etc genom inom hos
    """,
    "en": """
        a an the and or but if of to in on at by for with from as into about over under than then
        that this these those there here it its is are was were be been being am do does did has
        have had having i you he she we they them him her us me my your his our their who whom
        which what when where while how so too very also just only not no nor never can could will
        would shall should may might must let get gets got because since such own some any all
        each e.g. i.e. etc through within
    """,
}

_NEGATIONS = {
    "fi": "ei en et emme ette eivät eikä enkä älä älkää älköön ilman kukaan* tuskin puuttu* puute "
    "puutteet puutetta puutteen mikään* eivätkä emmekä",
    "sv": "inte ej icke aldrig ingen inget inga ingenting utan knappt varken saknar saknas saknade "
    "brist bristen brister bristande",
    "en": "not no never nor none nothing nobody without cannot cant dont doesnt isnt arent wont "
    "hardly lack lacks lacking neither nowhere didnt wasnt werent shouldnt couldnt wouldnt havent "
    "hasnt missing",
}

_PARTING = {
    "fi": "ja sekä tai vaan mutta eikä enkä koska kun vaikka ilman",
    "sv": "och eller men utan fast medan",
    "en": "and or but nor while whereas although without",
}
"""Words that begin another clause, or deny only what follows: what is denied before them is not denied after them."""

_BARE_ENDINGS = {
    "fi": (
        "maton", "mätön", "mattom", "mättöm", "matonta", "mätöntä", "ttoma", "ttömä", "ttomuu",
        "ttömyy", "ttomi", "ttömi",
    ),
    "sv": ("lös", "löst", "lösa", "löshet", "fri", "fritt", "fria"),
    "en": ("less", "lessness", "lessly", "free"),
}  # fmt: skip
"""Endings that say "without": the Finnish caritive, Swedish -lös and -fri, English -less, -free."""

_BARE_BEGINNINGS = {
    "fi": ("epä", "ei-"),
    "sv": ("o", "icke", "miss"),
    "en": ("un", "in", "im", "ir", "il", "non", "dis", "mis"),
}
"""Beginnings that turn a word round, where the other note has the word without them."""

_NUMBERS = {
    "fi": {
        "1": "yksi yhden yhtä", "2": "kaksi kahden kahdes* kahdel* kahta kahteen molem*",
        "3": "kolme kolmen kolmea kolmes* kolmel* kolmeen", "4": "neljä neljän neljää neljäs neljäl*",
        "5": "viisi viiden viittä viides*", "6": "kuusi kuuden kuutta kuudes*",
        "7": "seitsemän seitsemää seitsemäs*", "8": "kahdeksan kahdeksaa kahdeksas*",
        "9": "yhdeksän yhdeksää yhdeksäs*", "10": "kymmenen kymmentä kymmenes*", "20": "kaksikymmentä",
        "100": "sata sadan sataa sadat", "1000": "tuhat tuhannen tuhatta", "0.5": "puolet puolta puolen",
        "1000000": "miljoona miljoonan miljoonaa", "1.": "ensimmäi* ensimmäs*", "2.": "toinen toisen toista toisessa",
        "*2": "kaksinkertai* tuplaan* tuplat", "*3": "kolminkertai*",
    },
    "sv": {
        "2": "två båda tvenne", "3": "tre", "4": "fyra", "5": "fem", "6": "sex", "7": "sju", "8": "åtta",
        "9": "nio", "10": "tio", "12": "tolv", "20": "tjugo", "100": "hundra", "1000": "tusen",
        "0.5": "hälften halva halv", "1000000": "miljon miljoner", "1.": "första förste", "2.": "andra",
        "3.": "tredje", "*2": "dubbelt fördubbl*", "*3": "tredubbl*",
    },
    "en": {
        "1": "one once", "2": "two both twice", "3": "three thrice", "4": "four", "5": "five", "6": "six",
        "7": "seven", "8": "eight", "9": "nine", "10": "ten", "12": "twelve", "20": "twenty",
        "100": "hundred hundreds", "1000": "thousand thousands", "0.5": "half halved",
        "1000000": "million millions", "1.": "first", "2.": "second", "3.": "third",
        "*2": "double doubl* twofold", "*3": "triple tripl*",
    },
}  # fmt: skip

_OPPOSITES = {
    "fi": """
        enemmän lisää lisät* lisäy* lisään* kasva* kasvu* nouse* nousu* nosta* enene* laajen* liikaa suurenee suurene* kohoa* paljon runsaasti | vähemmän vähen* vähet* väheksi* piene* laske* lasku* supist* suppe* kutist* karsi* leikat* leikka* vähän niukasti
        hyvä* hyvin hyvie* hyviä parempi paremm* paras parhaa* paranta* paranee parane* paranem* erinomai* loistava* | huono* huonon* huonom* heiko* heikk* heiken* surkea* kehno* paha* pahen*
        vahv* voimak* | heiko* heikk* heiken* heikent*
        helppo* helpo* helpot* yksinkert* vaivat* | vaikea* vaike* hankal* monimutk*
        nopea* nopeu* nopeut* ripeä* ripeäs* | hidas* hita* hidast* verkkai*
        kallis* kallii* kallist* | halpa* halva* halven* edulli*
        ennen aiemmin aikaisem* aikai* varhai* | jälkeen myöhem* myöhä*
        uusi uude* uutta uusia uudist* nykyaik* | vanha* vanho* vanhent* vanhanai*
        nuori nuore* nuoria nuort* nuoris* lapsi lapse* lapsia last* | vanhu* ikääntyn* iäkkä* senior* eläkel* aikui*
        suuri suure* suuria isoa iso isot isoja isompi* valtava* | pieni piene* pieniä pient* vähäi*
        pitkä* pitem* pident* pitene* | lyhy* lyhen*
        korkea* korkei* | matala* matalia alhai*
        avoin avoim* avoime* avaa* avata* avoinna auki | suljet* sulke* suljent* kiinni salai*
        julki* | yksityi*
        sisä* | ulko*
        alku* aluss* aloit* alkaa alkava* | loppu* lopet* lakka* päätty*
        voitto* voita* voitol* tuotto* tulot tulo | tappio* häviä* menot kulut
        mahdolli* | mahdoto*
        turvalli* turvaa* | vaaralli* turvato* uhkaa*
        selke* selkeä* selvä* | sekav* epäselv*
        riittää riittä* riittävä* tarpeeksi | puuttu* puute*
        kiinnost* innost* innoka* motivoi* | tylsä* kyllästy* välinpit*
        tyytyväi* | tyytymät*
        keskittä* keskitt* keskite* | hajaut* hajau*
        yhdessä yhtei* yhteis* | erikseen yksin erilli* erillään
        saapu* | lähtö* lähte*
        kaikki kaikil* kaikk* | harva* harvo* kukaan* jotkut muutama*
        aina usein | harvoin koskaan
        kova* kovaa | pehmeä*
        lähell* lähei* | kaukana etäi* etääl*
        läsnäol* lähiopet* lähityö* lähikokou* | etäopet* etätyö* etäkokou*
        sallia salli* sallit* lupa luvan | kieltä* kielle* kielto* kiell*
        rakenta* rakenne* perust* perustet* | pure* purka* puret* lakkaut*
        osta* ostet* | myy* myyt*
        lämp* lämmin kuuma* | kylmä* viileä*
        kesä* kesäll* | talv* talvel*
        aamu* aamul* päivä* | ilta* illal* illo* yö yöllä öisin
        arki* arkena arkisin | viikonlop* viikonlopp*
        etelä* | pohjoi*
        itä itäi* itä-suom* idän idässä | länsi* länti* länne*
        kaupunki* kaupungi* keskustan keskustassa keskustaan keskustasta keskusta | maaseu* syrjäky* syrjä* haja-asutus*
        mies* miehe* miehi* miest* poika* poja* poik* isä isät isien | nais* naine* tyttö* tytö* tytt* äiti* äidi*
        opettaja* | oppila* opiskeli* koululai*
        johto* johdo* johtaj* esihenkilö* esimie* pomo* | työntekijä* henkilöst* alai* henkilökun*
        vapaaehtoi* talkoo* | palkat* palkka* ammatti*
        rikas* rikka* varaka* vauras* | köyh* vähävarai*
        säilyt* säily* | poist* luopu* luovu*
        plussa* positiivi* myöntei* | miinus* negatiivi* kieltei*
        edistä* edisty* tuke* kannusta* | estä* este* haitta* jarrutta* vaikeut*
        luotta* luote* | epäluott* epäil*
        onnistu* | epäonnist*
        aktiivi* | passiivi*
        ylös yläp* | alas alap*
        vasen vasem* | oikea oikeal*
        kevät kevää* | syksy* syys*
        kevyt kevy* kevei* kevent* | raska* raskaa*
        mukana osallistu* | poissa ulkopuol*
        täynnä täysi täyt* | tyhjä* tyhji* vajaa*
    """,
    "sv": """
        mer mera fler flera öka ökar ökad ökade ökat ökning* växer växa växande stiger stiga höja höjs höjda höjd utök* mycket många | mindre färre minska* minskn* sjunk* sänk* krymp* skär skära neddrag* få lite
        bra bättre bäst god goda gott förbättr* utmärk* | dålig* sämre sämst försäm* usel* illa
        stark* stärk* | svag* försvag*
        lätt lätta lättare enkel enkla enkelt enklare förenkl* | svår* krångl* komplicer*
        snabb* fort | långsam* sakta trög*
        dyr dyra dyrt dyrare kostsam* | billig*
        före innan tidig* | efter sen senare sent sena
        ny nya nytt nyare modern* | gammal* gamla äldre föråldr* omodern*
        ung unga ungdom* barn barnen barns | gaml* äldre pensionär* vuxn* senior*
        stor stora stort större störst | liten lilla små mindre minst
        lång långa långt längre förläng* | kort korta kortare förkort*
        hög höga högt högre | låg låga lågt lägre
        öppen öppet öppna öppnar öppenhet* | stäng* sluten slutet slutna
        offentlig* kommunal* | privat*
        inre intern* inom inomhus | yttre extern* utanför utomhus
        börja* start* inled* | sluta* avsluta* upphör* slutet
        vinst* intäkt* inkomst* | förlust* kostnad* utgift* underskott
        möjlig* | omöjlig*
        säker säkra säkert säkerhet* trygg* | osäk* otrygg* farlig*
        tydlig* klar klara klart | otydlig* oklar*
        tillräcklig* nog | otillräcklig* saknas brist*
        intresser* engager* motiver* | tråkig* ointress* omotiver* likgiltig*
        nöjd* | missnöj*
        centraliser* samla* | decentraliser* sprid*
        tillsammans gemensam* | ensam* separat* enskil*
        alla alltid ofta | få sällan aldrig
        nära närhet* | långt avlägs* fjärran
        tillåt* tillåta lov | förbjud* förbud* förbju*
        bygg* grund* inrätt* | riv* nedlägg* avveckl*
        köp* | sälj* försälj* sålde
        varm* värme* het* | kall* kyl*
        sommar* | vinter* vintr*
        morgon* morgn* dag dagtid | kväll* natt* nätter
        vardag* | helg* veckoslut*
        söder södra syd* | norr norra nord*
        öster östra öst* | väster västra väst*
        stad* stän* städer centrum | landsbygd* glesbygd* land
        män mannen männen man pojk* kille* far fäder pappa* | kvinn* flick* tjej* mor mamma* mödr*
        lärare* lärarn* | elev* student*
        chef* ledning* ledar* | anställd* personal* medarbet*
        frivillig* volontär* | avlön* betald* yrkes*
        rik rika rikare förmög* | fattig*
        behåll* bevara* | avskaff* slopa*
        positiv* fördel* | negativ* nackdel*
        främja* stöd* uppmuntr* underlätt* | hindr* försvår* broms* motverk*
        litar lita förtroende* tillit* | misstro* misstänk* tvivl*
        lyckas lyckad* framgång* | misslyck*
        aktiv aktiva aktivt | passiv*
        upp uppåt övre | ner ned nedåt nedre
        vänster vänstra | höger högra
        vår våren | höst* hösten
        lätt | tung* tungt
        full fulla fullt | tom tomt tomma
    """,
    "en": """
        more increas* grow grows growing growth rise rises rising raise raises raising raised expand* higher extra much many most | less fewer decreas* declin* shrink* reduc* drop drops dropping fall falls falling fell cut cuts cutting lower lowers lowering lowered few little least
        good better best improv* great excellent well | bad worse worst poor poorly worsen* terribl* deteriorat* badly awful
        strong* strength* | weak*
        easy easier easily simple simpl* | hard harder difficult* complicat* complex*
        fast* quick* rapid* | slow*
        expensive costly dear* | cheap* affordab* inexpensive
        before early earlier earliest | after late later latest
        new newer newest modern* | old older oldest outdated obsolete
        young* youth* child* kid kids | old older elder* senior* adult* pension*
        big* large* huge | small* tiny little
        long longer longest | short shorter shorten* shortest
        high higher highest | low lower lowest
        open opens opened opening openness | clos* shut* secret*
        public | private privat*
        internal inside indoor* | external outside outdoor*
        begin* start* launch* | end ends ended ending stop* finish*
        profit* gain* income revenue* win wins winning | loss losses lose loses losing cost costs expens* deficit*
        possible possib* | impossib*
        safe safer safety safely secur* | danger* unsafe risky insecur*
        clear clearly clarity | unclear vague confus*
        enough sufficien* adequate* plenty | insufficien* lack* shortage* scarc* inadequate*
        interest* engag* motivat* exciting | boring bored disinterest* unmotivat* indifferen*
        satisf* happy happier happiness | dissatisf* unhappy unsatisf*
        centrali* | decentrali* dispers*
        together joint* shared common | alone separate* individual*
        all always everyone every everybody often | few none never nobody rarely seldom
        near nearby close | far distant remote
        allow* permit* legal legali* | ban bans banned banning forbid* prohibit* illegal outlaw*
        build* built establish* found | demolish* dismantl* abolish*
        buy buys buying bought purchas* | sell sells selling sold
        warm* hot heat* | cold* cool*
        summer* | winter*
        morning* day daytime | evening* night*
        weekday* | weekend*
        south southern | north northern
        east eastern | west western
        city cities urban town towns | rural countryside village*
        man men male males boy boys father* | woman women female* girl* mother*
        teacher* | student* pupil*
        manage* leader* boss* employer* director* | employee* worker* staff
        volunteer* unpaid | paid professional*
        rich* wealth* | poor poorer poorest poverty
        keep keeps keeping retain* maintain* preserv* | remov* abandon* abolish* scrap*
        positive* advantage* benefit* | negative* disadvantage* harm* drawback*
        promot* support* encourag* help helps helping | hinder* oppos* discourag* prevent*
        trust* confiden* | distrust* mistrust* doubt*
        succe* | fail*
        active* | passive* inactive
        up upper | down lower
        spring | autumn fall
        light lighter | heavy heavier
        same similar equal | different differ*
        full | empty
        include* includ* | exclud*
        accept* approv* | reject* refus*
    """,
}


class Sense(NamedTuple):
    """What one word does in a note, apart from its meaning.

    Attributes:
        little: It joins others rather than tells something.
        negative: It turns round what stands by it.
        parting: It begins another clause.
        number: The number that it says, or nothing.
        poles: The opposites it belongs to, each with its side (0 or 1).
    """

    little: bool
    negative: bool
    parting: bool
    number: str
    poles: tuple[tuple[int, int], ...]


class _Book(NamedTuple):
    """The lists of one language, made ready for looking up."""

    little: frozenset[str]
    parting: frozenset[str]
    negative: dict[str, list[str]]
    numbers: dict[str, list[str]]
    poles: dict[str, list[tuple[int, int]]]


def _found(book: Mapping[str, list[T]], word: str) -> list[T]:
    """Return what a word, or a beginning of it (kept with a `*`), stands for."""
    values = list(book.get(word, ()))
    for length in range(2, len(word) + 1):
        values += book.get(word[:length] + "*", ())
    return values


def _keep(book: dict[str, list[T]], entries: str, value: T) -> None:
    for entry in entries.split():
        book.setdefault(entry, []).append(value)


@cache
def _book(lang: str) -> _Book:
    """Return the lists of a language; none of them has an entry for an unknown one."""
    negative: dict[str, list[str]] = {}
    _keep(negative, _NEGATIONS.get(lang, ""), "no")
    numbers: dict[str, list[str]] = {}
    for number, entries in _NUMBERS.get(lang, {}).items():
        _keep(numbers, entries, number)
    poles: dict[str, list[tuple[int, int]]] = {}
    lines = _OPPOSITES.get(lang, "").strip().splitlines()
    for place, line in enumerate(lines):
        for side, entries in enumerate(line.split("|")):
            _keep(poles, entries, (place, side))
    little, parting = (frozenset(words.get(lang, "").split()) for words in (_LITTLE, _PARTING))
    return _Book(little, parting, negative, numbers, poles)


@cache
def sense(word: str, lang: str) -> Sense:
    """Return what a word does, by the lists of its language."""
    book = _book(lang)
    numbers = _found(book.numbers, word)
    ends = word.endswith(_BARE_ENDINGS.get(lang, ()))
    if lang == "fi" and not ends:
        ends = any(part in word for part in _BARE_ENDINGS["fi"] if part.startswith(("tto", "ttö")))
    return Sense(
        little=word in book.little,
        negative=bool(_found(book.negative, word)) or (len(word) > 5 and ends),
        parting=word in book.parting,
        number=numbers[0] if numbers else "",
        poles=tuple(sorted(set(_found(book.poles, word)))),
    )


def turned(one: str, other: str, lang: str) -> bool:
    """Say whether one word is the other with a beginning that turns it round ("un-safe")."""
    return any(
        long.startswith(begin) and len(short) > 3 and long[len(begin) :][:5] == short[:5]
        for begin in _BARE_BEGINNINGS.get(lang, ())
        for long, short in ((one, other), (other, one))
    )
