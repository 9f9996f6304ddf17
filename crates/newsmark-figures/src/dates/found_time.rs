use super::named_time::NamedTime;

/// What was found from a piece of a text on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FoundTime {
    /// The first piece of its words.
    pub start: usize,
    /// The piece after the last one.
    pub end: usize,
    /// What it is.
    pub meaning: TimeMeaning,
}

/// What words that look like a time mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TimeMeaning {
    /// A time.
    Named(NamedTime),
    /// A time that hangs on another that the article tells: "a week before the vote".
    OfStory,
    /// No time, or none that the calendar has: "every Sunday", "31 April".
    Nothing,
}

impl FoundTime {
    pub fn named(start: usize, end: usize, time: NamedTime) -> FoundTime {
        FoundTime { start, end, meaning: TimeMeaning::Named(time) }
    }

    pub fn of_story(start: usize, end: usize) -> FoundTime {
        FoundTime { start, end, meaning: TimeMeaning::OfStory }
    }

    pub fn nothing(start: usize, end: usize) -> FoundTime {
        FoundTime { start, end, meaning: TimeMeaning::Nothing }
    }
}
