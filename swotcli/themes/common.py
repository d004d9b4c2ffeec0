"""Words too common to make a theme: they stand in notes of every subject.

Written from ordinary grammars and from what people say in any meeting: pronouns, particles,
auxiliary and everyday verbs, words of amount, time, judgement and purpose. Nothing here is taken
from data. Closed classes that `likeness.lexicon` has are not repeated.
"""

from __future__ import annotations

from functools import cache

from swotcli.likeness.lexicon import sense
from swotcli.likeness.stems import stem

_FORMS = {
    "fi": """
        ettei ellei eihän jottei mutten joskin kuitenkin kuitenkaan silti toki kyllä kai ehkä
        varmasti varmaan tietysti todella erittäin hyvin hieman vähän paljon liian enemmän enemmin
        vähemmän eniten vähiten lisäksi ainakin ainoastaan pelkästään lähinnä jopa edes edelleen
        enää taas uudelleen heti pian kohta ensin lopulta lähes yli alle asti saakka ennen jälkeen
        aikana ajan aikaan aikaa vasta silloin tällöin milloin koskaan ikinä joten siten näin noin
        miten kuinka miksi siksi sillä vastaan puolesta lailla tavalla tavoin tapa tavan tapaa
        kesken keskellä välillä päällä alla luona luokse pois päin läpi ympäri ohella sijaan
        suhteen osalta kannalta perusteella avulla ilman mukaisesti mukaista mukainen
        joku jokin jonkin jotain jotakin joitakin jotkut jollain jonkun joskus kukaan mikään mitään
        muu muut muita muiden muita muihin muilla muille muuta muualla muutenkin kaikki kaikkien
        kaikkia kaikille kaikilla kaiken kaikkea kaikissa kaikkeen jokainen jokaisen jokaista
        jokaisella jokaiselle moni monet monien monia monta monen useat useita usea useiden useampi
        harva itsensä itseään itselleen toinen toisen toista toiset toisia toisten toisiaan
        molemmat kumpikin sama saman samaa samat samoja samalla samaan sellainen sellaista
        sellaisen sellaiset sellaisia tällainen tällaista tällaisen tällaiset tällaisia tuollainen
        millainen minkälainen erilainen
        pitäisi pitäis täytyisi tulevat tulla tullut tuli tullaan tulevan pitävät pidä pidetään
        saavat saanut saisi saatu saatava saataisiin saamaan saamista voisi voisivat voida voitaisiin
        voinut voimme voin en voi voitava voimaan vois voiko onko ollaan oltava olemaan ollessa
        olevat olevia olevien olemassa olisin olitte eiköhän emmehän
        haluaa halua haluavat haluan haluamme haluta halutaan haluaisi tehdä tekee tekevät tehdään
        tehty tehtävä teki tekemään tekisi tehnyt teen mennä menee menevät mennään antaa antavat
        annetaan antaisi anna ottaa otetaan ottavat otettava otan laittaa laitetaan panna käy
        käydä käydään käyvät käyttää jää jäävät jäädä näkyy näkee nähdä näyttää tuntuu tuntea tiedä
        tietää tarvitsee tarvitaan tarvita tarvitse tarvitsevat alkaa alkavat aloittaa jatkaa
        kuuluu kuulua kuuluvat löytyy löytyisi löytyvät riittää riitä riittävästi tapahtuu
        tapahtuvat edellyttää koskee koskevat liittyy liittyvä liittyvät liittyvää vaikuttaa
        pystyy pystyä pystyvät pystytään onnistuu kannattaa kannatan uskon luulen ajattelen
        mielestä mielestäni mielestämme mielestänne mieltä ehdottomasti etenkin erityisesti
        esimerkiksi yleensä yleisesti varsinkin nimenomaan tosin tosiaan oikeastaan periaatteessa
        käytännössä nykyään nykyisin nykyisen nykyinen nykyiset nykyistä tällä hetkellä jatkossa
        tulevaisuudessa vuosi vuoden vuotta vuosia vuosien vuonna vuosina vuosittain päivä päivän
        asia asian asiaa asiat asioita asioiden asiassa asioissa asiasta asioista asiaan asioihin
        juttu jutut juttuja kohta kohde seikka puoli puolta osa osan osaa osat osana osaksi
        määrä määrää määrän verran vaihtoehto vaihtoehdot vaihtoehtoa vaihtoehtona
        mahdollinen mahdollista mahdollisia mahdollisuus mahdollisuuden mahdollisuutta
        mahdollisuudet mahdollisuuksia mahdollisuuksien mahdollistaa tärkeä tärkeää tärkeät
        tärkeitä tärkein tärkeintä hyvä hyvää hyvät hyviä hyvän parempi parempaa paremmin paremmat
        paras parasta parhaat huono huonoa huonosti huonot suuri suuren suurta suuret suuria
        suurin suurempi iso isot isoja pieni pienen pientä pienet pieniä uusi uuden uutta uudet
        uusia vanha vanhat oikea oikein oikeasti väärä selvä selvästi selvää helppo helposti vaikea
        vaikeaa vaikeasti tarpeen tarve tarpeet tarpeeksi tarpeellinen tarpeellista tarpeeton
        välttämätön välttämätöntä järkevä järkevää yksi yhden yhtä kaksi kahden kolme ensimmäinen
        lisää lisätä lisätään lisäksi lisättävä parantaa parannetaan parannettava kehittää
        kehitetään kehitettävä kehittäminen kehittämistä kehittämisen edistää tukea vähentää
        kysymys kysymyksessä kyse kyseessä kyseinen kyseisen ongelma ongelmia ongelmat haaste
        haasteet haasteita riski ratkaisu ratkaisut ratkaisuja keino keinoja keinot
        asemesta nyt nykytilanne tilanne tilanteessa tilannetta tulos johtuen takaa
        vahva vahvan vahvaa vahvat vahvasti vahvistaa vahvistetaan vahvistaminen vahvistaminen
        heikko heikon heikkoa heikot heikosti heikentää riittävä riittämätön riittävyys puute puutetta
        puutteet puuttuu puuttuvat puuttuminen liiallinen liiallista runsas runsaasti vähäinen vähäistä
        varmistaa varmistetaan varmistaminen turvata turvataan taata taataan hoitaa hoidetaan pitkä
        pitkään lyhyt nopea nopeasti hidas hitaasti korkea matala kallista toimiva toimivat toimii
        toimivuus hyödyntää hyödyntäminen huomioida huomioidaan huomioiden huomioon ottaminen tuoda tuo
        tuovat tuodaan saada saaminen saamme löytää löytävät löydy pysyy pysyä muuttuu muuttua muutos
        muutokset kasvaa kasvava kasvu vähenee väheneminen lisääntyy lisääntyminen lisääminen
        parantaminen parantuu edistäminen toteuttaa toteutuu toteuttaminen järjestää järjestetään
        järjestäminen luoda luodaan aktiivinen aktiivisesti monipuolinen laaja laajasti laajat
        yhteinen yhteiset yhteistä yhteisen erityinen erilaiset erilaisia eri omalla omassa omaan omista
        ihmiset ihmisiä ihmisten ihminen ihmisen ihmisille kaipaa toivoo toivotaan odottaa onnistuminen
        nähtävä sopiva sopii helpompi vaikeus vaikeudet heti kerran usein harvoin ainoa jatkuva jatkuvasti
        edellyttävät mukana mukaan lukien kokonaan osittain täysin itsestään kunhan kera
    """,
    "sv": """
        detta dessa denne dess sådan sådant sådana samma annan annat andra varje var vart båda
        bägge ingenting någonting nåt nån nåra själv självt själva egen eget egna många mer mera
        mest mindre minst fler flera flesta få färre lite litet mycket stor stort stora större
        störst liten små ny nytt nya gammal gamla bra bättre bäst god gott goda dålig dåligt dåliga
        sämre viktig viktigt viktiga viktigare viktigast möjlig möjligt möjliga möjlighet
        möjligheter möjligheten möjligheterna lätt svår svårt svåra hög högt höga högre låg lågt låga lägre lång
        långt långa kort rätt fel hel helt hela del delar delen sätt sättet sak saker saken fråga
        frågan frågor problem problemet lösning lösningar fall fallet exempel exempelvis antal
        grund tid tiden år året åren dag dagen dagens idag gång gånger gången första andra sista
        senaste nästa en två tre
        varför hur vart därför eftersom alltså dock däremot dessutom ändå trots medan innan sedan
        sen tills hittills fortfarande ännu alltid ofta ibland sällan aldrig igen åter snart genast
        kanske säkert nog väl ju förstås naturligtvis verkligen egentligen framför framförallt
        särskilt speciellt bland annat typ ungefär nästan endast enbart åtminstone ens istället
        stället tillsammans samtidigt angående enligt gällande utom utanför inför emot kring runt
        bakom bredvid ovan ner upp ut in bort fram hit dit hem borta här där
        vara varit vore finns fanns finnas göra gör gjorde gjort görs göras kommer komma kom kommit
        går gå gick gått ger ge gav gett ges tar ta tog tagit tas ser se såg sett ses säger säga
        sade sa sagt vet veta visste tror tro trodde tycker tycka anser anse menar mena känner
        känna behöver behöva behövs behövde behov behovet använder använda används hålla håller
        låta låter lät ligger ligga står stå ställa sätta sätter leder leda innebär betyder gäller
        gälla handlar handla beror bero börjar börja fortsätta fortsätter försöker försöka hjälper
        bidrar bidra skapa skapar öka ökar ökat ökad minska minskar förbättra utveckla finna hitta
        hittar visa visar blivit bliva bör borde hade haft hava kan kunna kunnat må måste måst lär
        skall skulle vilja velat fått får ej
        person personer personen människa människor människan folk man
        stark starka starkt svag svaga svagt brist brister bristande bristen saknas saknar tillräcklig
        tillräckligt otillräcklig snabb snabbt långsam långsamt dyr dyrt dyra billig effektiv effektivt
        stärka stärks säkra trygga sköta utnyttja ordna ordnar fungerar fungera fungerande växa växer
        ändra ändras förändring genomföra främja behålla gemensam gemensamma gemensamt olika aktiv aktiva
        aktivt bred brett mångsidig ständigt helst gärna ofta delvis tillgång
    """,
    "en": """
        another other others same both either neither every everyone everything someone something
        somebody anyone anything nothing nobody none many much more most less least few fewer
        several lot lots little bit big bigger large larger small smaller great good better best
        bad worse worst new old high higher low lower long short important possible possibility
        possibilities opportunity able unable right wrong real really whole part parts way ways
        thing things point points case cases fact kind sort number amount issue issues question
        problem problems solution solutions reason reasons example time times year years day days
        today now then once again still yet already always often sometimes usually ever soon later
        before after during until while although though however therefore thus hence instead
        otherwise perhaps maybe probably certainly actually especially mainly mostly simply quite
        rather enough almost about around above below between among against across along away
        back down up out off onto upon toward towards without whether if why first second last
        next one two three
        be being become becomes became make makes made making do doing done go goes going went gone
        come comes came coming take takes took taken taking give gives gave given giving see sees
        seen saw know knows known think thinks thought believe feel feels say says said tell want
        wants wanted need needs needed use uses used using find finds found keep keeps kept put
        puts seem seems look looks looking show shows shown try tries trying work works working
        help helps helping mean means happen happens start starts begin continue allow allows
        cause causes lead leads bring brings provide provides create creates increase improve
        reduce develop ensure support person people everybody us our ours themselves himself
        herself itself myself yourself ourselves
        don doesn didn isn aren wasn weren won wouldn couldn shouldn haven hasn hadn ll ve re
        strong strongly weak weakly lack lacking shortage sufficient insufficient fast quickly slow slowly
        easy easily difficult hard cheap expensive strengthen weaken enable promote maintain manage change
        changes growing grow decline common shared different various active actively broad constantly
        partly fully completely effective effectively
    """,
}

_SHORTEST = 4
"""Stems of fewer letters can be of another word (Finnish "kun" is also the stem of "kunta")."""


@cache
def _listed(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    words = frozenset(_FORMS.get(lang, "").split())
    stems = frozenset(s for s in (stem(word, lang) for word in words) if len(s) >= _SHORTEST)
    return words, stems


@cache
def is_common(word: str, lang: str) -> bool:
    """Say whether a word (casefolded) of a language tells nothing about the subject."""
    words, stems = _listed(lang)
    return sense(word, lang).little or word in words or stem(word, lang) in stems
