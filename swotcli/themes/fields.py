"""Words of one field of life, so that notes can meet that share a subject and no word.

Written like a thesaurus from general knowledge, by the headings of an ordinary public library and
of any organisation's year (money, people, premises, words ...); nothing here is taken from data.
Each entry is a beginning of words; one of five letters and more also counts inside a compound.
A word may belong to several fields. The lines of the languages stand for the same fields in the
same order, but a field never joins notes of two languages.
"""

from __future__ import annotations

from functools import cache

_INSIDE = 5
"""From so many letters an entry also counts inside a word: shorter ones stand there by chance."""

_FIELDS = {
    "fi": """
        raha rahoi rahat rahast euro budjet määrära kustann meno menot menoj kulut kuluj maksu maksa maksut talou säästö säästä sijoit invest velka velko laina lainoj avustu halpa halv kallis kallii kalli hinta hinnat hinno varat varoj varain tulot palkkio sponsor tuotto
        vero veroa veroj verot veron veropros äyri
        työttöm työpaik työllis työmark työnteki työsuh duuni ansio palkka palka palkat työvoim työnanta rekry eläke
        koulu opet oppila oppi opis luokka luok lukio ammattiop yliopist korkeakou koulut kurssi tutkinto rehtor
        päiväkod päivähoi varhaiskas lapsi lapse lapsi lasten lapset lapsia hoitopaik kerho leikk
        nuori nuore nuorten nuoriso nuoret teini
        vanhus vanhuk ikäänt ikäih iäkk senior eläkel vanhain ikärak vanhempi
        terve sairaa sairau lääkä hoitaj hoito potila poliklin klinik apteek neuvola hoitoj ensihoi hammas
        sosiaal syrjäyt köyh toimeentul vammai omaish huono-os asunnott tukih avustaj yksinäis
        huume päihd alkohol juopp känn tupak olut viina narkom riippuvuu addikt
        asunto asunno asumi asuin asuka vuokra omistus kerrosta omakot tontti tonti
        rakenta rakenn kaava kaavoi maankäyt tontti tonti purka remont korjaus arkkiteh
        liikenn tie tiet tien teiden katu kadu kadut auto autoi pysäköi parkki ajoneuv ruuhk kaista moottoritie nopeusraj
        bussi juna rata raitio raide metro joukkoliik asema lippu vuoro linja taksi lento lentok satam laiva
        pyörä pyöri kävel jalankul kevyen
        ympäris luonto luonno ilmasto päästö saast kestäv ekolog suojel metsä vihre puisto puist
        energi sähkö lämpö ydinvoim tuulivoim polttoain öljy hiili
        vesi vede vesis joki järvi meri ranta kala kalast
        jäte jättei roska kierrät kaatopaik lajit
        kulttuur teatter musiik konsert taide taite museo näyttely orkester elokuva kuva
        kirjasto kirja kirjo lukemi lainaus
        urhei liikun jääha kenttä halli uimaha stadion treen kilpailut pallo seura seuran
        matkail turist hotel vieraat majoit nähtävyy
        yritys yrityk yrittä firma teollis kauppa kaupan elinkeino toimiala startup kaupal markkin liiketoim asiakkuu
        kilpailut yksityis ulkoist hankint tarjous tarjouk yhtiö sopimu liikelai palveluntuot
        yhdisty järjestö vapaaehtoi talkoo kansalaisj jäsen harrast kolmas seurakun
        päätö päättä päätän valtuust hallitu demokr politi puolue vaalit vaalei äänest äänes luottamus edustaj kunnanj lautakun
        osallis vaikutta kuule kansal asukk mielipid kysely palaute aloite ääni äänen
        lainsäädä laki lain lait asetus oikeus säädö määräy säänn kielto lupa luvat byrokrat
        poliisi rikol rikos rikok turvalli turvatt väkival ilkival järjestyk valvon valvo kamera vankil tuomi
        palokun pelastu onnettomu vaara
        tiedot tiedo viesti tiedonk some media lehti lehd uutis mainos markkinoin näkyvyy sana julkisuu esitte
        tietok digi netti interne verkko verkos ohjelm sovell atk järjestelm data laite laitte puhelin tekno tekoäly robot etä
        johta johto johdo esimie esihenk päällik organisaat hallinto strateg visio suunnit tavoite tavoitt
        henkilö henkilöst työntekij osaami osaaj osaav taito taido ammatti ammattit asiantun koulutet kokemu tietämy pätev
        kiire aikatau jaksam jaksa uupu stress väsy kuormi työmäär resurss ylityö
        tila tilat tiloj tilan tiloja huone talo kiinteis toimitila toimitil sali kokoust rakennuks
        tapahtu juhla festi kokous kokouk kahvi tilaisuu retki messu
        verkosto yhteisty kumppan yhteyd yhteis kontakt sidosryh yhteyt
        maaseu kylä haja-as maatal maati viljel maanvil eläin
        kaupunk keskusta keskust lähiö kortteli tori torin
        kunta kunna kunnal kuntali naapurik seutu alue maakun aluepol valtio valtion muuttol
        maahanm pakolai ulkomaa kansainv kieli kiele englan ruots kulttuurien rasis
        kirkko kirko uskon uskont hengell
        ruoka ruoa ruoka ravint kahvila ateria lounas
        tasa-arv tasaver nainen naise naist mies mieh sukupuo yhdenver syrji
        perhe vanhemm äiti isä isät koti kodi kotiin avioliit
        tutkimu tutkim tiede innovaa kehitysh kokeil luova luovu idea ideoi ideat
        asiaka palvel palvelu laatu laadu saavutet saatavuu jono
        tuote tuott valikoi valmist
        ilmapii ilmapiir luottamu henki hengen yhteishen motiv innost into sitoutu sitout arvostu perinn perinte asenn
        maine imago brändi tunnett vetovoim houkut
        armeij puolustu sota sotil nato rauha
        talvi kesä sää lumi
    """,
    "sv": """
        peng ekonom budget kostnad kosta utgift avgift betal finans anslag bidrag spara sparsam invest skuld lån dyr billig pris intäkt inkomst sponsor
        skatt moms
        jobb arbets anställ lön löner sysselsätt arbetsgiv yrke pension rekryter
        skol lärar elev utbild undervis student klass gymnas universit högskol examen kurs rektor
        dagis förskol barn barnoms fritids lek
        ungdom unga ung tonår
        äldre åldring senior pensionär åldr
        sjuk hälsa hälso vård läkar patient sköters klinik apotek rådgivn medicin tandv
        social fattig utslag handikapp funktion bidragst hemlös ensamhet utkomst
        drog narkot alkohol missbruk tobak rusmed beroende
        bostad bostäd boende hyra hyres lägenhet tomt
        bygg plan planlägg riva renover reparat arkitekt mark
        trafik väg vägar gata gator bil bilar parker fordon köer hastighet
        buss tåg spår kollektiv station biljett linje taxi flyg hamn färj båt
        cykel cykl gång fotgäng promen
        miljö natur klimat utsläpp förore hållbar ekolog skydd skog grön park
        energi elström värme kärnkraft vindkraft bränsle olja kol
        vatten flod älv sjö hav strand fisk
        avfall sopor skräp återvin soptipp
        kultur teater musik konsert konst muse utställ orkest film
        bibliotek bok böck läsning
        idrott sport motion ishall plan simhall träning
        turis resan resor resen hotell besökare
        företag firma industri handel näring bransch entrepren marknad affär
        konkurr privatis utlokal upphandl anbud bolag avtal
        förening organisat frivillig talko medlem hobby tredje
        beslut fullmäkt styrelse demokrat politi parti val valet röst förtroende represent nämnd
        delakt påverk medborg invån åsikt enkät respons initiativ
        lag lagen lagar förordn rättighet rätt regel regler förbud tillstånd byråkrat
        polis brott kriminell säkerhet trygg våld straff domstol fängels
        brandk räddning olyck fara
        informat kommunik medier media tidning nyhet reklam synlig publicit broschyr
        dator digital nät internet program app data system teknik telefon robot distans
        leda ledar ledning chef organisation förvalt strateg vision planer mål målet
        personal kompetens kunnig kunskap expert skicklig erfaren yrkes
        brådsk stress utmatt trött ork orka belast resurs tidsbrist
        lokal lokaler utrymm rum hus fastighet sal byggnad
        evenemang fest möte kaffe tillställ utflykt mässa
        nätverk samarbet partner kontakt samverk
        landsbygd by byar glesb jordbruk lantbr bonde djur
        stad stads centrum förort kvarter torg
        kommun region län område stat staten flytt
        invandr flykting utländ internat språk engelsk finsk rasis
        kyrk religion tro andlig gud
        mat restaur kafé lunch måltid
        jämställ jämlik kvinn män man kön diskrim
        familj föräld mamma pappa mor mödr far hem gift
        forsk vetensk innovat experiment kreativ idé idéer
        kund service tjänst kvalitet tillgäng kö
        produkt produc utbud tillverk
        stämning tillit förtroend anda motivat entusias engage uppskatt tradit attityd
        rykte image varumärk känd lockelse attrakt
        armé försvar krig soldat nato fred
        vinter sommar väder snö
    """,
    "en": """
        money financ budget cost costs expens fee fees pay paid payment fund grant saving invest debt loan cheap price income revenue sponsor economy economic
        tax taxes taxpay
        job jobs employ unemploy wage salar worker labour labor pension recruit hiring
        school teach pupil educat student class universit college degree course
        daycare kindergart child kids nursery play
        youth young teen
        elder senior ageing aging retire
        health hospital doctor nurse patient clinic pharmac medic ill illness disease dental
        social poor poverty disab homeless welfare lonel
        drug alcohol addict tobacco smok beer
        hous housing rent apartment tenant home
        build construct zoning land demol renovat repair architect
        traffic road street car cars parking vehicle congest speed
        bus buses train rail tram metro transit ticket station taxi flight airport harbour ferry
        bicycle bike cycl walk pedest
        environment nature climate emission pollut sustain ecolog forest green park
        energy electric heating nuclear wind fuel oil coal
        water river lake sea beach fish
        waste trash garbage recycl landfill
        cultur theat music concert art arts museum exhibit orchestr film
        library librari book books reading
        sport exercis gym arena swim fitness
        touris travel hotel visitor
        business compan firm industr trade commerc entrepren market startup
        competit privati outsourc procure tender contract
        associat organisation organization volunteer member hobby nonprofit charit
        decision council democra politic party election vote voting represent committee
        particip influenc citizen resident opinion survey feedback initiative
        law laws legal regulat rule rules rights ban permit bureaucra
        police crime criminal safety security violen vandal prison court punish
        fire rescue accident hazard
        inform communic media news newspaper advert visib publicity brochure
        computer digital internet online software app data system technolog phone robot remote
        manage leader boss administ strateg vision plan planning goal
        staff personnel skill competen expert profession experience knowledge
        hurry stress burnout tired exhaust workload resource overtime
        premises facilit room rooms space building venue
        event festival meeting party coffee trip fair
        network cooperat collabor partner contact stakeholder
        rural countryside village farm agricult animal
        city cities urban town suburb
        municip region district area state government migrat
        immigra refugee foreign international language english racis
        church relig faith spiritual god
        food restaur cafe lunch meal
        equal gender women woman men discrimin
        famil parent mother father marriage
        research scien innovat experiment creativ idea ideas
        customer client service quality accessib queue
        product production supply manufactur
        atmospher trust spirit motivat enthusias commit engage appreciat tradition attitude
        reputation image brand attract
        army defence defense war soldier nato peace
        winter summer weather snow
    """,
}


@cache
def _entries(lang: str) -> dict[str, list[int]]:
    """Return the fields that each entry stands for."""
    found: dict[str, list[int]] = {}
    for place, line in enumerate(_FIELDS.get(lang, "").strip().splitlines()):
        for entry in line.split():
            found.setdefault(entry, []).append(place)
    return found


@cache
def fields(word: str, lang: str) -> tuple[int, ...]:
    """Return the numbers of the fields that a word (casefolded) belongs to."""
    entries = _entries(lang)
    if not entries:
        return ()
    longest = max(map(len, entries))
    found: set[int] = set()
    for start in range(len(word)):
        for end in range(start + (_INSIDE if start else 2), min(len(word), start + longest) + 1):
            found.update(entries.get(word[start:end], ()))
    return tuple(sorted(found))
