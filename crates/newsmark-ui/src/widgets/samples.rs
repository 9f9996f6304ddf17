//! Kinds of marks and lists of entries, for the tests of the controls that show them.

use super::ChoiceEntry;
use crate::theme::{MarkLook, Underline};

/// Four kinds of marks, one for each set of colours and each underline.
pub const LOOKS: [MarkLook; 4] = [
    MarkLook { name: "Casualties", letter: 'C', colours: |colours| &colours.casualties, underline: Underline::Solid },
    MarkLook {
        name: "Displacement",
        letter: 'D',
        colours: |colours| &colours.displacement,
        underline: Underline::Dashed,
    },
    MarkLook { name: "Quotes", letter: 'Q', colours: |colours| &colours.quotes, underline: Underline::Double },
    MarkLook { name: "Claims", letter: 'L', colours: |colours| &colours.claims, underline: Underline::Wavy },
];

const fn entry(label: &'static str, definition: &'static str) -> ChoiceEntry<'static> {
    ChoiceEntry { label, definition }
}

/// A list that fits its room.
pub const HARMS: [ChoiceEntry<'_>; 6] = [
    entry("Unspecified", "The words do not say what was done, as in “casualties” or “victims”"),
    entry("Killed", "Died of what is reported"),
    entry("Injured", "Hurt in body and alive when reported"),
    entry("Missing", "Whereabouts unknown to those who look for them"),
    entry("Detained", "Held against their will, taken hostage or abducted"),
    entry("Sexual violence", "Subjected to violence of a sexual nature"),
];

/// A list that is longer than its room.
pub const CHECKS: [ChoiceEntry<'_>; 14] = [
    entry("Unverified", "Nobody has checked it"),
    entry("Corroborated", "An independent source says the same"),
    entry("Disputed", "Another source says otherwise"),
    entry("Supported", "Evidence shows that it holds"),
    entry("Refuted", "Evidence shows that it does not hold"),
    entry("Misleading", "True in its words, false in what it suggests"),
    entry("Not enough evidence", "Checked, and the evidence does not decide it"),
    entry("Corrected", "Withdrawn or put right by whoever made it"),
    entry("Satire", "Not meant to be believed"),
    entry("Outdated", "It was so once"),
    entry("Out of context", "True of something else"),
    entry("Staged", "Made up for a camera"),
    entry("Not checkable", "An opinion, or nothing could decide it"),
    entry("Not checkable yet", "About the future, or evidence is still to come"),
];
