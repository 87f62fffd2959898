//! Names that are known by how they are built, on no list: Old Norse names of two parts, and family names
//! with an ending of their own.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Whether the guard knows this for a name without a list.
pub(super) fn is_built_like_a_name(folded: &str) -> bool {
    is_norse(folded) || is_patronymic(folded)
}

/// First parts of Old Norse names.
const NORSE_FIRST: &str = "\
    al an ar arn as ask aud bjørn berg borg brand dag ei ein eld finn fred frøy geir gei ger gjer gjert \
    gud gun gunn hal hall har her hild hå inge ing ingv ivar jo kjell kåre leid lid mag magn mål norun \
    odd ol rag ragn ran rand reid rang sig sigr sol stein sven svan syn tor thor tore torg tyr ull val \
    ve vig vil yng ås åsh øy øystein å år svein bo brynj dyr eiv gaut hjør oddr snef";
/// Last parts of Old Norse names.
const NORSE_LAST: &str = "\
    bjørn bjørg bjart finn fred frid frida geir gerd grim gunn gard hild ild ilde laug laugh leif leik \
    leiv ljot mod mund munn ny olf olv run rid stein sten trygg vald vard var vind ver veig ulf ulv vin \
    borg bjarn rik kjell kjetil ketil valt hall hard alv dis modd røn trud unn heid vor";
/// Words that only look like Old Norse names.
const NOT_NORSE: &str =
    "anvar ansvar alver arver hever hvar hallver over jover vever verver halver ever ingver selver åver";

/// The word lists above, split once.
struct Shapes {
    norse_first: Vec<&'static str>,
    norse_last: HashSet<&'static str>,
    family_endings: Vec<&'static str>,
    families: HashSet<&'static str>,
    neither: HashSet<&'static str>,
}

static SHAPES: LazyLock<Shapes> = LazyLock::new(|| Shapes {
    norse_first: NORSE_FIRST.split_whitespace().collect(),
    norse_last: NORSE_LAST.split_whitespace().collect(),
    family_endings: FAMILY_ENDINGS.split_whitespace().collect(),
    families: FAMILIES.split_whitespace().collect(),
    neither: NOT_NORSE.split_whitespace().chain(NO_FAMILIES.split_whitespace()).collect(),
});

/// Old Norse names of two parts: «Tor·bjørg», «Mål·frid», «Eld·bjørg».
pub(super) fn is_norse(folded: &str) -> bool {
    let ends_like = |rest: &str| SHAPES.norse_last.contains(rest);
    folded.len() >= 4
        && SHAPES.norse_first.iter().any(|first| folded.strip_prefix(first).is_some_and(ends_like))
        && !SHAPES.neither.contains(folded)
}

/// Endings of family names that few words share.
const FAMILY_ENDINGS: &str = "\
    nsen rsen lsen dsen tsen ksen bsen gsen esen usen sson nsson dottir dotter datter enko czyk owski \
    owska ewski ewska wicz evic ovic ssen psen msen isen";
/// Endings of ordinary words in the definite form: «hilsen», «sjansen», «konsekvensen».
const WORD_ENDINGS: [&str; 4] = ["elsen", "ansen", "ensen", "asjonsen"];
/// Family names with such an ending all the same.
const FAMILIES: &str = "\
    nilsen michelsen mikkelsen danielsen gabrielsen samuelsen axelsen akselsen nielsen engelsen abelsen hansen \
    jansen johansen kristiansen christiansen frantsen fabiansen adriansen juliansen stiansen ivansen jensen \
    sørensen evensen stensen svensen mortensen kristensen christensen torstensen laurensen clemensen karstensen";
/// Other words with the ending of a family name.
const NO_FAMILIES: &str = "\
    stedatter dotter datter klassen massen kassen tassen passen dosen prosessen tonsen pulsen hilsen \
    eksamen samsen basen fasen kursen børsen versen maksen boksen veksten voksen leksen krisen analysen \
    diagnosen prisen rosen tinsen spisen svigerdatter svigerdotter barnedatter sønnedatter responsen \
    besen pressen interessen adressen dressen processen bussen nissen missen tissen plassen kompassen \
    visen disiplinsen hypotesen protesen syntesen anamnesen virusen musen pausen grusen rusen susen \
    avisen devisen revisen isen grisen farsen kjeksen buksen kalksen saksen veksen hofsen pasen halsen \
    linsen essen messen hessen vesen reisen leisen beisen heisen vektsen tiltrossen kurssen instruksen \
    branninstruksen";

/// Family names made from a father's name, and those of other languages with an ending of their own.
pub(super) fn is_patronymic(folded: &str) -> bool {
    if folded.len() < 5 || !SHAPES.family_endings.iter().any(|end| folded.ends_with(end)) {
        return false;
    }
    SHAPES.families.contains(folded)
        || !(WORD_ENDINGS.iter().any(|end| folded.ends_with(end)) || SHAPES.neither.contains(folded))
}
