//! English words and phrases of numbers; nouns have a file of their own.

use crate::{Convention, Qualifier, Unit};

use super::word::{Meaning, Suffix, Word};

const BILLION: u64 = 1_000_000_000;

/// Words by what they mean; the first list that holds a word decides.
///
/// "Dozens" and the like are read as ACLED's fatalities FAQ reads them;
/// scores, several and a few as dictionaries do. Before a scale "several" and
/// its like make two of it, as in "several dozen", 24.
pub(super) const WORDS: &[(Word, &str)] = &[
    (Word::Cardinal(0), "zero"),
    (Word::Cardinal(1), "one"),
    (Word::Cardinal(2), "two"),
    (Word::Cardinal(3), "three"),
    (Word::Cardinal(4), "four"),
    (Word::Cardinal(5), "five"),
    (Word::Cardinal(6), "six"),
    (Word::Cardinal(7), "seven"),
    (Word::Cardinal(8), "eight"),
    (Word::Cardinal(9), "nine"),
    (Word::Cardinal(10), "ten"),
    (Word::Cardinal(11), "eleven"),
    (Word::Cardinal(12), "twelve"),
    (Word::Cardinal(13), "thirteen"),
    (Word::Cardinal(14), "fourteen"),
    (Word::Cardinal(15), "fifteen"),
    (Word::Cardinal(16), "sixteen"),
    (Word::Cardinal(17), "seventeen"),
    (Word::Cardinal(18), "eighteen"),
    (Word::Cardinal(19), "nineteen"),
    (Word::Cardinal(20), "twenty"),
    (Word::Cardinal(30), "thirty"),
    (Word::Cardinal(40), "forty fourty"),
    (Word::Cardinal(50), "fifty"),
    (Word::Cardinal(60), "sixty"),
    (Word::Cardinal(70), "seventy"),
    (Word::Cardinal(80), "eighty"),
    (Word::Cardinal(90), "ninety"),
    (Word::Scale(12), "dozen"),
    (Word::Scale(20), "score"),
    (Word::Scale(100), "hundred"),
    (Word::Scale(1_000), "thousand"),
    (Word::Scale(100_000), "lakh"),
    (Word::Scale(1_000_000), "million"),
    (Word::Scale(10_000_000), "crore"),
    (Word::Scale(BILLION), "billion"),
    (Word::Scale(1_000 * BILLION), "trillion"),
    (Word::Plural(10, Convention::Acled), "tens"),
    (Word::Plural(12, Convention::Acled), "dozens"),
    (Word::Plural(20, Convention::Dictionary), "scores"),
    (Word::Plural(100, Convention::Acled), "hundreds"),
    (Word::Plural(1_000, Convention::Acled), "thousands"),
    (Word::Plural(100_000, Convention::Acled), "lakhs"),
    (Word::Plural(1_000_000, Convention::Acled), "millions"),
    (Word::Plural(10_000_000, Convention::Acled), "crores"),
    (Word::Plural(BILLION, Convention::Acled), "billions"),
    (Word::Few { alone: 3, of_scale: 2, is_articled: false }, "several"),
    (Word::Few { alone: 3, of_scale: 2, is_articled: true }, "few handful"),
    (Word::Few { alone: 2, of_scale: 2, is_articled: true }, "couple"),
    (Word::Half, "half"),
    (Word::Many, "many numerous countless"),
    (Word::A, "a an"),
    (Word::The, "the"),
    (Word::Of, "of"),
    (Word::And, "and"),
    (Word::To, "to"),
    (Word::Or, "or"),
    (Word::Possessive, "his her its their our my your whose"),
    (Word::Pronoun, "them us those these whom which it you"),
    (Word::No, "no"),
    (Word::Not, "not"),
    (Word::Aged, "aged age ages"),
    (Word::Old, "old olds"),
    (Word::Percent, "percent pct percentage"),
    (Word::Ordinal, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"),
    (Word::Ordinal, "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth"),
    (Word::Ordinal, "fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth thousandth millionth"),
    (Word::Ordinal, "thirds fourths fifths sixths sevenths eighths ninths tenths quarters quarter"),
    (Word::Month, "january february march april may june july august september october november december"),
    (Word::Month, "jan feb mar apr jun jul aug sep sept oct nov dec"),
    (Word::Currency, "dollar dollars euro euros usd eur gbp syp pound pounds sterling lira liras lire rupee rupees"),
    (Word::Currency, "riyal riyals rial rials dinar dinars dirham dirhams shekel shekels rouble roubles ruble rubles"),
    (Word::Currency, "yen yuan renminbi hryvnia hryvnias cent cents pence peso pesos franc francs afghani afghanis"),
    (Word::Label, "number nos article articles resolution channel route highway room gate page pages chapter phase"),
    (Word::Label, "unit units brigade division battalion regiment flight district sector block line version grade"),
    (Word::Label, "paragraph clause figure area zone camp level type model section apartment flat group task force"),
    (Word::Label, "tel phone call hotline dial box suite floor terminal pier berth platform"),
    (Word::Street, "street st road rd avenue ave lane square boulevard blvd drive way"),
    (Word::Match, "win won wins beat beaten draw drew lost loss victory defeat defeated match final score scored lead"),
    (Word::Period { is_year: true }, "year years yr yrs"),
    (Word::Period { is_year: false }, "month months day days week weeks hour hours minute minutes seconds decade"),
    (Word::Period { is_year: false }, "decades century centuries night nights mins hrs"),
    (Word::Suffix(Suffix::Times(1_000)), "k"),
    (Word::Suffix(Suffix::Times(1_000_000)), "m mn mln"),
    (Word::Suffix(Suffix::Times(BILLION)), "bn b"),
    (Word::Suffix(Suffix::Times(1_000 * BILLION)), "tn"),
    (Word::Suffix(Suffix::Ordinal), "nd rd th"),
    (Word::Suffix(Suffix::Decade), "s"),
    (Word::Suffix(Suffix::Clock), "am pm gmt utc"),
    (
        Word::Adjective,
        "more other others additional further extra fellow estimated different such same alleged suspected",
    ),
    (Word::Adjective, "young elderly old adult local foreign national internal internally armed unarmed innocent"),
    (
        Word::Adjective,
        "pregnant married male female little small large new big entire whole single unnamed unidentified",
    ),
    (Word::Adjective, "newborn teenage senior junior former remaining surviving trapped besieged ordinary vulnerable"),
    (Word::Adjective, "displaced homeless uprooted disabled poor military civil private public residential"),
    (Word::PersonAdjective, "dead wounded injured killed missing detained arrested hurt captured kidnapped abducted"),
    (Word::Change, "rose rise rises risen rising increased increases jumped climbed grew grown fell fallen dropped"),
    (Word::Change, "declined decreased went revised raised soared"),
    (Word::Function, "in on at by with for as than into since after before during near was were is are be been had"),
    (Word::Function, "have has will would could may might who that when where while died fled left said told he she"),
    (Word::Function, "they not so also out over from about around between under above below only just again there"),
    (Word::Function, "i we but if because until through across against within without among including per then now"),
    (Word::Function, "did do does being can should must this each every any all both either neither how very too"),
    (Word::Function, "nearly almost roughly approximately up down off came come go going leaving"),
    (Word::Function, "some him me himself herself themselves says say saying according although though whether"),
];

/// Phrases of one word and more, parted by bars.
pub(super) const PHRASES: &[(Meaning, &str)] = &[
    (
        Meaning::Before(Qualifier::AtLeast),
        "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|at the very least|\
         at a minimum|as few as",
    ),
    (
        Meaning::Before(Qualifier::MoreThan),
        "more than|over|above|in excess of|upwards of|upward of|just over|well over|well above|just above|\
         slightly more than|just more than|far more than|well more than|many more than|exceeding|exceeded|exceeds|exceed|\
         greater than|topped|tops|surpassed|beyond",
    ),
    (
        Meaning::Before(Qualifier::AtMost),
        "up to|as many as|as much as|at most|no more than|not more than|a maximum of|maximum of|at the most|\
         no greater than",
    ),
    (
        Meaning::Before(Qualifier::LessThan),
        "fewer than|less than|under|below|far fewer than|slightly fewer than|well under|well below|just below",
    ),
    (
        Meaning::Before(Qualifier::Nearly),
        "nearly|almost|close to|just under|approaching|just shy of|just short of|nearing|near to|not quite|virtually",
    ),
    (
        Meaning::Before(Qualifier::Approximately),
        "about|around|approximately|roughly|some|an estimated|estimated|the estimated|estimated at|in the region of|\
         in the order of|circa|approx|somewhere around|estimates of|an approximate|an average of",
    ),
    (
        Meaning::Before(Qualifier::Exact),
        "exactly|precisely|only|just|another|an additional|a further|a total of|additional|further|\
         total of|all",
    ),
    (Meaning::Between, "between|in between|anywhere between|somewhere between"),
    (Meaning::From, "from|anywhere from"),
    (Meaning::After(Qualifier::AtLeast), "or more|at least|at the very least|and more|or above"),
    (Meaning::After(Qualifier::MoreThan), "and counting|plus"),
    (Meaning::After(Qualifier::AtMost), "or fewer|or less|at most|at the most|or under"),
    (Meaning::After(Qualifier::Approximately), "or so|or thereabouts|give or take|approximately|roughly"),
    (
        Meaning::Zero(Unit::Person),
        "no one|nobody|without casualties|without any casualties|without victims|without loss of life|\
         without any loss of life|without deaths|without any deaths|without injuries|without any injuries|\
         without fatalities|not one person|not a single person|without injury|without loss",
    ),
    (Meaning::Zero(Unit::Unspecified), "none"),
    (
        Meaning::NotReported,
        "no reports of|no report of|no immediate reports of|no immediate report of|no word on|no word of|\
         no immediate word on|no information on|no information about|no figures for|no figures on|no reported|\
         no confirmed reports of|no confirmation of|no details of|no news of|no indication of|no sign of|no known",
    ),
    (
        Meaning::Many,
        "a number of|an unknown number of|an unspecified number of|a large number of|large numbers of|a great number of|\
         an undetermined number of|a great many|a lot of|lots of|a small number of|a growing number of|\
         an unconfirmed number of|an undisclosed number of",
    ),
    (Meaning::Rest { is_articled: true }, "rest|remainder"),
    (Meaning::Percent, "per cent|per hundred"),
];
