use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// How much of a quotation stands within quotation marks (PARC 3, PolNeAR).
    QuoteKind {
        Unspecified "Unspecified" "Not decided",
        Direct "Direct" "All of it stands within quotation marks",
        Mixed "Mixed" "Quotation marks stand around a part of it",
        Indirect "Indirect" "Reported without quotation marks",
    }
}

vocabulary! {
    /// How the words were uttered.
    Medium {
        Unspecified "Unspecified" "Not stated",
        Speech "Speech" "Spoken",
        Writing "Writing" "Written, posted, printed",
        Chant "Chant" "Shouted or sung by many",
        Thought "Thought" "Thought or felt, not uttered",
        Other "Other" "Otherwise; say how in the note",
    }
}
