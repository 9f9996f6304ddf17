use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// How a count stands to other counts; totals come from it, never from adding rows up.
    ScopeKind {
        Unspecified "Unspecified" "Not decided: the count enters no total",
        Event "The event" "A count of its own",
        PartOf "Part of another" "Some of those in another count, as “26 of them children”",
        Additional "In addition" "On top of another count, as “a further 5”",
        UpdateOf "Update of another" "A later figure in place of another, as “rose to 17”",
        SameAs "Same as another" "Another count said again",
        Cumulative "Cumulative" "A running toll, as “since the war began”: stands apart",
    }
}

vocabulary! {
    /// By what parts divide their whole: parts of one dimension lie beside each other, those of two may overlap
    /// (Every Casualty, *Standards*: disaggregation).
    Dimension {
        Unspecified "Unspecified" "Not decided",
        Place "Place" "By where they were, as “three of them in the port”",
        Group "Group" "By age, sex or calling, as “26 of them children”",
        Victims "Victims’ status" "By civilians and fighters, as “ten of them civilians”",
        Household "Household" "By families, as “12 families among them”",
    }
}

impl Dimension {
    /// How a sentence adds it to "the rest of “12 died”": ", by place"; empty where it is not decided.
    pub fn phrase(self) -> &'static str {
        match self {
            Dimension::Unspecified => "",
            Dimension::Place => ", by place",
            Dimension::Group => ", by group",
            Dimension::Victims => ", by victims’ status",
            Dimension::Household => ", by household",
        }
    }
}

impl ScopeKind {
    /// Whether the scope names another mark.
    pub fn needs_other(self) -> bool {
        // A running toll holds events that no mark need record, and names none.
        matches!(self, ScopeKind::PartOf | ScopeKind::Additional | ScopeKind::UpdateOf | ScopeKind::SameAs)
    }
}
