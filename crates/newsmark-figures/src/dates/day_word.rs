use jiff::civil::Weekday;

use super::length::Length;

/// What a word or a phrase means where days are told; a word may mean several things, as "second" and "until" do.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct DayWord {
    /// A month of the Gregorian calendar, 1 to 12.
    pub month: Option<i8>,
    /// A month of the solar Hijri calendar, 1 to 12.
    pub solar_month: Option<i8>,
    /// A day of the week.
    pub weekday: Option<Weekday>,
    /// So many days after publication: "yesterday" is -1.
    pub offset: Option<i32>,
    /// So many years after that of publication, said in one word: Persian پارسال is -1.
    pub year_offset: Option<i32>,
    /// A length of time and how many of it one such word is: a fortnight is two weeks.
    pub length: Option<(Length, i32)>,
    /// How many.
    pub number: Option<i32>,
    /// A day of the month, as "third".
    pub ordinal: Option<i8>,
    /// What else it does among the words of a time.
    pub roles: Roles,
}

/// The parts that words play beside those that name a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(u64);

/// Each role with its name in the word lists.
const ROLES: [(&str, Roles); 35] = [
    ("last", Roles::LAST),
    ("last after", Roles::LAST_AFTER),
    ("last bare", Roles::LAST_BARE),
    ("this", Roles::THIS),
    ("this after", Roles::THIS_AFTER),
    ("next", Roles::NEXT),
    ("next after", Roles::NEXT_AFTER),
    ("ago after", Roles::AGO_AFTER),
    ("ago before", Roles::AGO_BEFORE),
    ("ahead after", Roles::AHEAD_AFTER),
    ("ahead before", Roles::AHEAD_BEFORE),
    ("ahead around", Roles::AHEAD_AROUND),
    ("ahead close", Roles::AHEAD_CLOSE),
    ("forward", Roles::FORWARD),
    ("cue", Roles::CUE),
    ("part", Roles::PART),
    ("part of day", Roles::PART_OF_DAY),
    ("article", Roles::ARTICLE),
    ("stretch article", Roles::STRETCH_ARTICLE),
    ("of", Roles::OF),
    ("link", Roles::LINK),
    ("hedge", Roles::HEDGE),
    ("side", Roles::SIDE),
    ("story before", Roles::STORY_BEFORE),
    ("story after", Roles::STORY_AFTER),
    ("every", Roles::EVERY),
    ("name before", Roles::NAME_BEFORE),
    ("name after", Roles::NAME_AFTER),
    ("suffix", Roles::SUFFIX),
    ("to", Roles::TO),
    ("on", Roles::ON),
    ("ahead after day", Roles::AHEAD_AFTER_DAY),
    ("month noun", Roles::MONTH_NOUN),
    ("in", Roles::IN),
    ("date name after", Roles::DATE_NAME_AFTER),
];

impl Roles {
    /// "last Sunday".
    pub const LAST: Roles = Roles(1);
    /// "الأحد الماضي", "la semaine dernière"; before the noun such a word may mean the final one.
    pub const LAST_AFTER: Roles = Roles(1 << 1);
    /// "this past Sunday"; of a week it is the seven days up to now.
    pub const LAST_BARE: Roles = Roles(1 << 2);
    /// "this week".
    pub const THIS: Roles = Roles(1 << 3);
    /// "الشهر الجاري".
    pub const THIS_AFTER: Roles = Roles(1 << 4);
    /// "next Friday".
    pub const NEXT: Roles = Roles(1 << 5);
    /// "الشهر المقبل", "lundi prochain".
    pub const NEXT_AFTER: Roles = Roles(1 << 6);
    /// After a count of lengths: "three days ago".
    pub const AGO_AFTER: Roles = Roles(1 << 7);
    /// Before it: "vor drei Tagen".
    pub const AGO_BEFORE: Roles = Roles(1 << 8);
    /// After it: "three days from now".
    pub const AHEAD_AFTER: Roles = Roles(1 << 9);
    /// Before it: "dans trois jours".
    pub const AHEAD_BEFORE: Roles = Roles(1 << 10);
    /// The first word of "in three days' time".
    pub const AHEAD_AROUND: Roles = Roles(1 << 11);
    /// The last word of it.
    pub const AHEAD_CLOSE: Roles = Roles(1 << 12);
    /// Before a day that is to come: "by", "until".
    pub const FORWARD: Roles = Roles(1 << 13);
    /// Before a bare month or year, which make a time only after it: "in May", "since 2014".
    pub const CUE: Roles = Roles(1 << 14);
    /// A part of a month or year: "early March".
    pub const PART: Roles = Roles(1 << 15);
    /// A part of a day: "Sunday morning".
    pub const PART_OF_DAY: Roles = Roles(1 << 16);
    /// An article or a noun like one: "the", "يوم".
    pub const ARTICLE: Roles = Roles(1 << 17);
    /// "the", with which "the last week" is the seven days up to something told.
    pub const STRETCH_ARTICLE: Roles = Roles(1 << 18);
    /// Between a day and its month, a month and its year.
    pub const OF: Roles = Roles(1 << 19);
    /// Between the two ends of a stretch of time.
    pub const LINK: Roles = Roles(1 << 20);
    /// Makes a count of days a guess.
    pub const HEDGE: Roles = Roles(1 << 21);
    /// After a length that is counted from something told: "a week before".
    pub const SIDE: Roles = Roles(1 << 22);
    /// Before a day that hangs on another told one: "the previous Sunday".
    pub const STORY_BEFORE: Roles = Roles(1 << 23);
    /// After such a day: "the Sunday before last".
    pub const STORY_AFTER: Roles = Roles(1 << 24);
    /// Before any such day: "every Sunday".
    pub const EVERY: Roles = Roles(1 << 25);
    /// Before a day in a name: "Black Friday".
    pub const NAME_BEFORE: Roles = Roles(1 << 26);
    /// After a day in a name: "Sunday school".
    pub const NAME_AFTER: Roles = Roles(1 << 27);
    /// Directly after digits: "3rd".
    pub const SUFFIX: Roles = Roles(1 << 28);
    /// Before the name of a month: "the month of", "شهر".
    pub const MONTH_NOUN: Roles = Roles(1 << 29);
    /// "in", after which English has a month and no day.
    pub const IN: Roles = Roles(1 << 30);
    /// After a date that is a name: "the Sept. 11 attacks".
    pub const DATE_NAME_AFTER: Roles = Roles(1 << 34);
    /// Before the end of a stretch, which lies after its beginning: "to", "until".
    pub const TO: Roles = Roles(1 << 35);
    /// After a count of lengths from the very day of publication: "a month from today".
    pub const AHEAD_AFTER_DAY: Roles = Roles(1 << 36);
    /// Between weeks and the day that they are counted from: "a week on Tuesday".
    pub const ON: Roles = Roles(1 << 37);
    /// Short for a name, so that a stop may follow: "Jan."
    pub const SHORT: Roles = Roles(1 << 31);
    /// Also another word: a time only beside a day, a year or a cue.
    pub const NEEDS_COMPANY: Roles = Roles(1 << 32);
    /// A length in the singular, as "last week" has it.
    pub const SINGLE: Roles = Roles(1 << 33);

    /// The role of that name in a word list.
    pub fn named(name: &str) -> Option<Roles> {
        ROLES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role)
    }

    /// Whether any of the roles of `other` is among these.
    pub fn has(self, other: Roles) -> bool {
        self.0 & other.0 != 0
    }

    /// These roles and those of `other`.
    pub const fn and(self, other: Roles) -> Roles {
        Roles(self.0 | other.0)
    }
}

impl DayWord {
    /// What a word means that has both these meanings.
    pub fn and(self, other: DayWord) -> DayWord {
        DayWord {
            month: self.month.or(other.month),
            solar_month: self.solar_month.or(other.solar_month),
            weekday: self.weekday.or(other.weekday),
            offset: self.offset.or(other.offset),
            year_offset: self.year_offset.or(other.year_offset),
            length: self.length.or(other.length),
            number: self.number.or(other.number),
            ordinal: self.ordinal.or(other.ordinal),
            roles: self.roles.and(other.roles),
        }
    }

    /// Whether the word plays any of these roles.
    pub fn is(self, roles: Roles) -> bool {
        self.roles.has(roles)
    }
}
