//! The words the guard reads by: which roles a word of Bokmål, Nynorsk or English can play beside a
//! number or a name. These are rules, not a list of names; the names come from a licensed package.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The roles of one word, as a set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Roles(u32);

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Roles {
            /// A word that tells nothing.
            pub(super) const NONE: Roles = Roles(0);
            $($(#[$doc])* pub(super) const $name: Roles = Roles(1 << $bit);)*
        }
    };
}

roles! {
    /// A clock time follows.
    CLOCK = 0;
    /// A measurement or score follows.
    MEASURE = 1;
    /// What a number counts: «mg», «ganger», «år».
    UNIT = 2;
    /// A section, version or item number follows.
    NUMBERED = 3;
    /// A telephone number is near.
    PHONE_CUE = 4;
    /// A day of the week.
    WEEKDAY = 5;
    /// A date follows.
    DATE_CUE = 6;
    /// A date of birth follows.
    BORN = 7;
    /// Makes two figures a fraction: «av», «tablett».
    SHARE = 8;
    /// Ends in a full stop without ending the sentence.
    ABBREVIATION = 9;
    /// A month in English spelling.
    ENGLISH_MONTH = 10;
    /// A room, ward or flat number follows.
    ROOM = 11;
    /// A room word that also takes a single letter: «avdeling B».
    LETTERED = 12;
    /// A courtesy title: a name follows.
    TITLE = 13;
    /// «heter», «called»: a name follows, perhaps in small letters.
    CALLED = 14;
    /// A person by role or relation: a capital letter after it begins a name.
    PERSON = 15;
    /// What only persons do: a capital letter before it began a name.
    ACT = 16;
    /// What is done to a person: a capital letter after it begins a name.
    TOWARDS = 17;
    /// An everyday word that is a name too.
    EVERYDAY = 18;
    /// A country, municipality or well-known town.
    PLACE = 19;
    /// Before a place: «i», «fra», «in».
    WHERE = 20;
    /// An institution, after or before its own name.
    INSTITUTION = 21;
    /// Written with a capital letter and never a person: organisations, products, methods.
    NEVER = 22;
    /// What kind of street a British address names.
    STREET = 23;
    /// Part of a relation to somebody: «datter», «rom», «ektefelle» after a possessive.
    POSSESSED = 24;
    /// On the lists of names, but an everyday word.
    COMMON = 25;
}

impl Roles {
    /// Both sets together.
    pub(super) const fn and(self, other: Roles) -> Roles {
        Roles(self.0 | other.0)
    }

    /// Whether the word can play this role.
    pub(super) const fn has(self, role: Roles) -> bool {
        self.0 & role.0 == role.0 && role.0 != 0
    }

    /// Whether the word can play at least one of these roles.
    pub(super) const fn any(self, roles: Roles) -> bool {
        self.0 & roles.0 != 0
    }
}

const LISTS: &[(Roles, &str)] = &[
    (Roles::CLOCK, "kl klokka klokken klokkeslett at kvart halv mellom between"),
    (
        Roles::MEASURE,
        "bt blodtrykk blodtrykket blodtrykk puls pulsen rf respirasjon respirasjonsfrekvens resp spo o spo2 saturasjon \
         sat temp temperatur temperaturen tp news news2 score skår skåra skåren poeng vas nrs gcs mms mmse bmi crp hb \
         bs blodsukker laktat inr vekt vekta vekten høyde verdi verdien bp pulse hr rr sats temperature weight \
         height pain smerte smerter smerten glukose glucose ph ca cirka omtrent about roughly around mrs rls",
    ),
    (
        Roles::UNIT,
        "mg g kg mcg ug µg ml dl cl l liter litre litres mmol mm cm m km hg kpa mmhg ie e enheter einingar units \
         kr kroner kroner nok sek eur euro pund pounds øre prosent percent procent \
         år years year årene måneder måneder månader month months uke uker veke veker week weeks dag dager dagar dagers day \
         days døgn time timer timar hour hours min minutt minutter minuttar minutes mins sekunder sekund seconds sek \
         gang ganger gonger gong times tabletter tablettar tablett tablet tablets dråper dropar drops dose doser dosar \
         doses stk stykker stykk slag beats personer personar persons people ansatte tilsette staff pasienter pasientar \
         patients beboere bebuarar residents brukere brukarar senger sengar beds plasser plassar places rom menn \
         kvinner kvinner innbyggere innbyggjarar inhabitants grader gradar degrees kcal kalorier poeng points pst \
         vakter vakter shifts årsverk steg trinn steps skritt sider sider pages kvm kvadratmeter m2 meter metres trinn",
    ),
    (
        Roles::NUMBERED,
        "punkt pkt pkt. kapittel kap avsnitt paragraf versjon version section sections chapter figur figure tabell \
         table side page pages s trinn steg step sak saksnr saksnummer ref referanse reference utgave v nivå level \
         kontonummer kontonr konto orgnr organisasjonsnummer isbn issn doi id artikkel article ledd bokstav del part \
         vedlegg appendix spørsmål question nr versjonen",
    ),
    (
        Roles::PHONE_CUE,
        "tlf tlfnr telefon telefonen telefonnummer telefonnummeret telefonnr mobil mobilen mobilnummer mobilnummeret \
         mobilnr mob ring ringe ringer ringte phone telephone tel mobile cell call called calling sms nummer nummeret \
         number phoned text",
    ),
    (
        Roles::WEEKDAY,
        "mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tysdag laurdag sundag mandagen tirsdagen onsdagen \
         torsdagen fredagen lørdagen søndagen monday tuesday wednesday thursday friday saturday sunday mon tue tues \
         wed thu thur thurs fri sat sun man tirs tors fre lør søn tys lau",
    ),
    (
        Roles::DATE_CUE,
        "den dato datoen datert dagsett date dated the on since until by before after from innen innan siden sidan \
         fra frå til før etter møte møtet vakt vakta vakten tilsyn tilsynet besøk besøket innlagt innlagd innkomst \
         utskrevet utskriven timen avtale avtalen referat brev falt fall fallet døde død died admitted discharged \
         meeting pr per dags frist fristen vedtak vedtaket",
    ),
    (
        Roles::BORN,
        "født fødd født f fødselsdato fødselsdag fdato born dob birth birthday birthdate fødselsdatoen d.o.b",
    ),
    (
        Roles::SHARE,
        "av of tablett tabletter tablettar kopp glass porsjon porsjonar porsjoner liter time timer dose del delar deler \
         dosett cup cups portion portions share parts flaske skive skiver kake pizza ut out",
    ),
    (
        Roles::ABBREVIATION,
        "kl nr tlf mob tel dr prof mr mrs ms st avd leil romnr ca f d jf ev evt bl a eks fr frk hr sr jr pga mvh hilsen \
         no apt rm vs dvs osv pkt kap gt v",
    ),
    (
        Roles::ENGLISH_MONTH,
        "january february march april may june july august september october november december jan feb mar apr jun jul \
         aug sept sep oct nov dec",
    ),
    (
        Roles::ROOM,
        "rom romnr romnummer rommet pasientrom pasientrommet enerom enerommet dobbeltrom beboerrom bebuarrom avdeling \
         avdelinga avdelingen avd sengepost sengeposten bolig boligen leilighet leiligheten leil leilegheit \
         leilegheita bustad bustaden hybel hybelen omsorgsbolig omsorgsboligen omsorgsbustad omsorgsbustaden seng senga \
         sengen enhet enheten eining eininga boenhet boenheten bueining bueininga bofellesskap bofellesskapet \
         bufellesskap bufellesskapet paviljong fløy fløya hus huset soverom room rm ward flat unit apartment apt bed bay bungalow \
         bedroom annexe wing leilighetsnummer bolignummer bustadnummer korridor stue stova kohort boeining rooms wards \
         sengeplass avdelings post dagavdeling poststue bukollektiv bokollektiv",
    ),
    (
        Roles::LETTERED,
        "rom avdeling avdelinga avdelingen avd sengepost fløy fløya leilighet leilegheit bolig bustad hybel enhet \
         eining boenhet bueining ward unit flat apartment wing room bay post",
    ),
    (
        Roles::TITLE,
        "fru frue herr hr fr frk frøken mr mrs ms mister madam dr doktor prof professor pastor sir dame lady miss fräulein overlege",
    ),
    (
        Roles::CALLED,
        "heter heiter het heitte hette hetende kalles kalla kalt kallast called named døpt navn namn navnet namnet name",
    ),
    (
        Roles::PERSON,
        "datter dattera datteren dotter dottera sønn sønnen son sonen mor mora moren mamma far faren pappa bror broren \
         søster søsteren søstera syster systera kone kona konen ektemann ektemannen mann mannen ektefelle ektefellen \
         ektefellen samboer samboeren sambuar sambuaren kjæreste kjæresten venn vennen ven venen venninne venninna \
         venninnen nabo naboen tante tanta tanten onkel onkelen nevø nevøen niese niesa niesen barnebarn barnebarnet \
         bestemor bestemora bestemoren bestefar bestefaren beboer beboeren bebuar bebuaren pasient pasienten \
         brukeren brukaren kollega kollegaen sykepleier sykepleieren sjukepleiar sjukepleiaren vernepleier \
         vernepleieren vernepleiar helsefagarbeider helsefagarbeideren helsefagarbeidar hjelpepleier assistent \
         assistenten vikar vikaren lærling lærlingen student studenten lege legen lækjar fastlege fastlegen tilsynslege \
         tilsynslegen sjukeheimslege sykehjemslege fysioterapeut fysioterapeuten ergoterapeut ergoterapeuten prest \
         presten lederen leiaren avdelingsleder avdelingslederen avdelingsleiar enhetsleder pårørende \
         pårørande verge vergen nattevakt nattevakta nattevakten ektefelle gutten guten jenta jenten kvinnen kvinna \
         daughter son mother father mum dad brother sister wife husband partner friend neighbour aunt uncle nephew niece \
         grandson granddaughter grandmother grandfather resident patient client colleague nurse doctor carer student \
         manager physiotherapist chaplain guardian girlfriend boyfriend widow cousin min mi my our vår hennes hans deira deres \
         mitt mannen svigerdatter svigerdatteren svigersønn svigersønnen svigerdotter svigerson stesønn stedatter enke \
         enka enkemann fetter kusine barnet guttene teamleder kokk kokken vaktmester renholder sosionom miljøterapeut \
         miljøarbeider primærkontakt primærkontakten kontaktperson koordinator saksbehandler",
    ),
    (
        Roles::ACT,
        "sier seier sa spør spurde spurte ringte ringde ringer ringjer ønsker ønskjer ønsket ønska nekter nektar nektet \
         nekta vil ville kommer kjem kom trenger treng trengte bor bur bodde budde sitter sit satt sat falt fall fikk \
         fekk får liker likar likte synes synest syntes mener meiner mente meinte klager klagar klaget klaga gråter græt \
         gråt husker hugsar husket hugsa skrek roper ropte svarte svarer svarar fortalte fortel forteller spiser spiste \
         et åt drikker drakk sover søv sov våknet vakna smilte smiler smiler lo ler slo slår takker takket takka dusjet \
         dusja forlot forlét døde lever er var har hadde skal skulle kan kunne må måtte bad ba tok tar går gikk gjekk \
         gjør gjorde står sto stod ser så tror trur trodde trudde vet veit visste viste tenkte føler følte kjente \
         says said asked asks wants wanted refuses refused lives lived fell cried cries likes liked thinks thought told \
         tells called feels felt needs needed complains complained remembers remembered shouted shouts replied answered \
         is was has had wakes woke eats ate sleeps slept smiled laughed died came comes went goes sat sits knows knew \
         hates hated enjoys enjoyed agreed insisted insists begged forgot forgets doesn didn wasn isn won wouldn",
    ),
    (
        Roles::TOWARDS,
        "ringte ringde ringer spurte spurde hjalp hjelpte hjelpe hjelper besøkte besøkje besøke møtte møte snakket \
         snakka snakke snakker traff trefte fulgte følgde stelte stelle dusje dusjet dusja mate matet mata trøstet \
         trøsta kjenner kjente kjenne asked helped visited met told phoned called saw knew fed bathed comforted for med til av \
         hos mot om with for to about from by and og at som fra frå ga gav gi gave give spør ask help visit tell hilse \
         hilste helse helste hilsen helsing regards love",
    ),
    (Roles::WHERE, "i på fra frå ved til in at from near on nær utenfor over mot via rundt utanfor"),
    (
        Roles::INSTITUTION,
        "sykehjem sykehjemmet sjukeheim sjukeheimen kommune kommunen sykehus sykehuset sjukehus sjukehuset bosenter \
         omsorgssenter bo helsehus helsehuset aldershjem legevakt legevakta legevakten legesenter legekontor skole \
         skolen skule skulen kirke kirka kyrkje kyrkja kirken universitetssykehus universitetssjukehus universitet \
         universitetet høgskole høgskule høyskole hospital infirmary council nursing care house hospice surgery \
         university college school church lodge court fylke fylkeskommune bydel bydelen distrikt distriktspsykiatriske \
         stasjon sentrum by bygd øy omsorgsbolig omsorgsboliger bofellesskap dagsenter barnehage barnehagen apotek \
         syndrom syndrome sykdom sjukdom disease demens dementia score scale skala skalaen test testen metoden metode \
         modell modellen model avdeling as asa foundation stiftelse stiftelsen stiftinga trust museum hotell \
         komiteen komité kommite gate gata gaten vei veien veg vegen plass plassen allé",
    ),
    (
        Roles::STREET,
        "street st road rd avenue ave lane ln drive dr close court ct crescent cres gardens gdns grove hill mews park \
         place pl row square sq terrace way walk view green rise parade broadway",
    ),
    (
        Roles::POSSESSED,
        "datter dotter sønn son mor far bror søster syster mann kone ektefelle familie pårørende pårørande rom seng fastlege \
         lege verge ønske ønsker ønskje vilje stemme stemning leilighet leilegheit hjem heim egne eigen egen egen \
         daughter mother father brother sister husband wife family room bed doctor wish wishes voice flat home \
         medisiner medisin behov rett historie story needs gp care plan journal livshistorie tante onkel barn barnebarn",
    ),
];

static ROLES: LazyLock<HashMap<&'static str, Roles>> = LazyLock::new(|| {
    let mut all: HashMap<&'static str, Roles> = HashMap::new();
    let traps = [
        (Roles::EVERYDAY, super::traps::EVERYDAY),
        (Roles::PLACE, super::traps::PLACES),
        (Roles::NEVER, super::traps::NEVER),
        (Roles::COMMON, super::traps::COMMON),
    ];
    for (role, words) in LISTS.iter().copied().chain(traps) {
        for word in words.split_whitespace() {
            let roles = all.entry(word).or_insert(Roles::NONE);
            *roles = roles.and(role);
        }
    }
    all
});

/// The roles a word in small letters can play.
pub(super) fn roles_of(lower: &str) -> Roles {
    ROLES.get(lower).copied().unwrap_or(Roles::NONE)
}

/// The number of a month by its name or abbreviation in small letters, in any of the three languages.
#[must_use]
pub fn month_of(lower: &str) -> Option<u32> {
    Some(match lower {
        "januar" | "january" | "jan" => 1,
        "februar" | "february" | "feb" | "febr" => 2,
        "mars" | "march" | "mar" => 3,
        "april" | "apr" => 4,
        "mai" | "may" => 5,
        "juni" | "june" | "jun" => 6,
        "juli" | "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "oktober" | "october" | "okt" | "oct" => 10,
        "november" | "nov" => 11,
        "desember" | "december" | "des" | "dec" => 12,
        _ => return None,
    })
}

/// The day that an ordinal in letters names.
pub(super) fn ordinal_of(lower: &str) -> Option<u32> {
    Some(match lower {
        "første" | "fyrste" | "first" => 1,
        "andre" | "annen" | "second" => 2,
        "tredje" | "third" => 3,
        "fjerde" | "fourth" => 4,
        "femte" | "fifth" => 5,
        "sjette" | "sixth" => 6,
        "sjuende" | "syvende" | "sjuande" | "seventh" => 7,
        "åttende" | "åttande" | "eighth" => 8,
        "niende" | "niande" | "ninth" => 9,
        "tiende" | "tiande" | "tenth" => 10,
        "ellevte" | "eleventh" => 11,
        "tolvte" | "twelfth" => 12,
        "trettende" | "trettande" | "thirteenth" => 13,
        "fjortende" | "fjortande" | "fourteenth" => 14,
        "femtende" | "femtande" | "fifteenth" => 15,
        "sekstende" | "sekstande" | "sixteenth" => 16,
        "syttende" | "syttande" | "seventeenth" => 17,
        "attende" | "attande" | "eighteenth" => 18,
        "nittende" | "nittande" | "nineteenth" => 19,
        "tjuende" | "tyvende" | "tjuande" | "twentieth" => 20,
        "trettiende" | "tredevte" | "trettiande" | "thirtieth" => 30,
        _ => return compound_ordinal(lower),
    })
}

fn compound_ordinal(lower: &str) -> Option<u32> {
    let (tens, unit) = ["tjue", "tju"]
        .iter()
        .find_map(|tens| lower.strip_prefix(tens).map(|unit| (20, unit)))
        .or_else(|| lower.strip_prefix("tretti").map(|unit| (30, unit)))?;
    let unit = match unit {
        "første" | "fyrste" => 1,
        "andre" => 2,
        "tredje" => 3,
        "fjerde" => 4,
        "femte" => 5,
        "sjette" => 6,
        "sjuende" | "syvende" | "sjuande" => 7,
        "åttende" | "åttande" => 8,
        "niende" | "niande" => 9,
        _ => return None,
    };
    (tens + unit <= 31).then_some(tens + unit)
}

/// Whether a number is written in letters, as in «rom tolv».
pub(super) fn is_number_word(lower: &str) -> bool {
    matches!(
        lower,
        "tre"
            | "fire"
            | "fem"
            | "seks"
            | "sju"
            | "syv"
            | "åtte"
            | "ni"
            | "ti"
            | "elleve"
            | "tolv"
            | "tretten"
            | "fjorten"
            | "femten"
            | "seksten"
            | "sytten"
            | "atten"
            | "nitten"
            | "tjue"
            | "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
            | "eleven"
            | "twelve"
            | "thirteen"
            | "fourteen"
            | "fifteen"
            | "sixteen"
            | "seventeen"
            | "eighteen"
            | "nineteen"
            | "twenty"
    )
}
