/// How many words are looked at.
const SAMPLE: usize = 5000;

/// The least number of words that can make a guess certain.
const LEAST: usize = 30;

/// A language by words that carry no meaning of their own and are frequent in it alone.
struct Profile {
    tag: &'static str,
    words: &'static [&'static str],
    /// The least of a hundred words that must be among them.
    share: usize,
    /// Letters that the language does not use.
    foreign: &'static str,
}

const PROFILES: &[Profile] = &[
    Profile {
        tag: "en",
        words: &[
            "the", "of", "and", "to", "that", "for", "with", "from", "by", "at", "his", "her", "their", "were", "had",
            "have", "has", "said", "which", "been",
        ],
        share: 18,
        foreign: "",
    },
    Profile {
        tag: "ar",
        words: &[
            "في",
            "من",
            "على",
            "إلى",
            "الى",
            "أن",
            "ان",
            "إن",
            "عن",
            "مع",
            "التي",
            "الذي",
            "الذين",
            "هذا",
            "هذه",
            "بعد",
            "قبل",
            "بين",
            "لم",
            "وقال",
            "قال",
            "كما",
            "بأن",
            "وفي",
            "ومن",
        ],
        share: 8,
        // Persian, Kurdish, Pashto and Urdu write with these.
        foreign: "پچژگکیےںہٹڈڑھۆێە",
    },
];

/// A language tag in the shape of BCP 47, which `ar_SY` is not quite; `None` for what has no such shape.
///
/// ```
/// use newsmark_core::interchange::language_tag;
///
/// assert_eq!(language_tag("ar_SY").as_deref(), Some("ar-SY"));
/// assert_eq!(language_tag("Arabic (Syria)"), None);
/// ```
pub fn language_tag(written: &str) -> Option<String> {
    let tag = written.replace('_', "-");
    let mut parts = tag.split('-');
    let language = parts.next()?;
    // Two or three letters, then parts of at most eight (RFC 5646, 2.1); whether they are registered is not asked.
    let is_sound = (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    is_sound.then_some(tag)
}

/// The language of `text` where its function words leave no doubt, as a
/// BCP 47 tag; else empty, as a wrong guess is worse than none.
pub(super) fn guess(text: &str) -> &'static str {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().all(char::is_alphabetic) && !word.is_empty())
        .take(SAMPLE)
        .map(str::to_lowercase)
        .collect();
    // In fewer, the share of function words is chance.
    if words.len() < LEAST {
        return "";
    }
    PROFILES.iter().find(|profile| profile.fits(&words)).map_or("", |profile| profile.tag)
}

impl Profile {
    fn fits(&self, words: &[String]) -> bool {
        let n_own = words.iter().filter(|word| self.words.contains(&word.as_str())).count();
        let n_foreign = words.iter().filter(|word| word.contains(|c| self.foreign.contains(c))).count();
        // Names and quotations of another language are in many articles; more than one word in fifty is not such a few.
        n_own * 100 >= words.len() * self.share && n_foreign * 50 <= words.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clear_english_and_arabic_are_recognised() {
        let english = "At least 12 people were killed in the strike on the town, and the hospital said that it had \
            received more than 40 of the wounded from the market by noon. The army said it had no reports of fighting.";
        assert_eq!(guess(english), "en");
        let arabic = "قال مسعفون إن 12 شخصا على الأقل قتلوا في قصف على سوق في المدينة يوم الأحد. وأضاف المستشفى أنه \
            استقبل أكثر من 40 جريحا من السوق بعد الظهر، وقال الجيش إنه لا علم له بأي قتال في المنطقة في ذلك اليوم.";
        assert_eq!(guess(arabic), "ar");
    }

    #[test]
    fn a_tag_has_the_shape_of_bcp_47() {
        assert_eq!(language_tag("ar_SY").as_deref(), Some("ar-SY"));
        assert_eq!(language_tag("zh-Hant-TW").as_deref(), Some("zh-Hant-TW"));
        assert_eq!(language_tag("english"), None);
        assert_eq!(language_tag("en-"), None);
    }

    #[test]
    fn other_languages_and_short_texts_are_left_open() {
        assert_eq!(guess("The army said so."), "");
        let german = "In der Stadt sind bei einem Angriff am Sonntag mindestens zwölf Menschen getötet worden, wie das \
            Krankenhaus mitteilte. Die Armee war nach eigenen Angaben in der Region nicht im Einsatz, so ein Sprecher.";
        assert_eq!(guess(german), "");
        let dutch = "Bij een aanval op de stad zijn zondag zeker twaalf mensen om het leven gekomen, meldt het \
            ziekenhuis. Het leger was naar eigen zeggen niet in de regio actief en weet van geen gevechten in de stad.";
        assert_eq!(guess(dutch), "");
        let persian = "به گفته بیمارستان دست کم ۱۲ نفر در حمله روز یکشنبه به بازار شهر کشته شدند و بیش از ۴۰ نفر زخمی \
            شدند. ارتش گفت که از درگیری در این منطقه خبری ندارد و گزارش‌ها را بررسی می‌کند و نتیجه را اعلام خواهد کرد.";
        assert_eq!(guess(persian), "");
    }
}
