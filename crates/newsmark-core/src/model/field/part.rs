/// Defines an enum whose members are the parts of a record's part, each with the
/// name that paths keep and the label of its field.
macro_rules! parts {
    ($(#[$doc:meta])* $name:ident { $($part:ident $written:literal $label:literal $says:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = $says] $part,)+
        }

        impl $name {
            /// Every part, in the order of a form.
            pub const ALL: &'static [$name] = &[$($name::$part,)+];

            /// How a path writes it.
            pub fn name(self) -> &'static str {
                match self { $($name::$part => $written,)+ }
            }

            /// Its label in a form.
            pub fn label(self) -> &'static str {
                match self { $($name::$part => $label,)+ }
            }

            /// The part that a path writes so.
            pub fn named(written: &str) -> Option<$name> {
                // Ten parts at most: a table by name would be slower than looking at each.
                Self::ALL.iter().copied().find(|part| part.name() == written)
            }
        }
    };
}

parts! {
    /// The parts of a [`Figure`](crate::model::Figure).
    FigurePart {
        Text "text" "Figure" "Its words.",
        Qualifier "qualifier" "Qualifier" "How the words limit the number.",
        Low "low" "Low" "The least it can be.",
        Best "best" "Best" "What it most likely is.",
        High "high" "High" "The most it can be.",
        Unit "unit" "Unit" "What is counted.",
        HouseholdSize "household_size" "Household size" "Persons a household.",
        Convention "convention" "Convention" "Who turned the words into a number.",
        OfText "of.text" "Share of" "The words of the whole that a share is of.",
        OfBest "of.best" "Whole" "How many that whole has.",
    }
}

parts! {
    /// The parts of a [`When`](crate::model::When).
    WhenPart {
        Text "text" "When" "Its words.",
        Date "date" "Date" "The first day, as 2026-03-08.",
        Precision "precision" "Precision" "How exactly the date is known.",
    }
}

parts! {
    /// The parts of a [`Place`](crate::model::Place).
    PlacePart {
        Text "text" "Where" "Its words.",
        Name "name" "Place name" "Its usual name.",
        Country "country" "Country" "Two letters of ISO 3166-1.",
    }
}

parts! {
    /// The parts of an [`Attribution`](crate::model::Attribution).
    AttributionPart {
        Source "source" "Source" "The source, in the project’s table.",
        Words "words" "Named as" "The words that name the source.",
        Cue "cue" "Cue" "The attributing verb.",
        Certainty "certainty" "Certainty" "How sure the words make it.",
        Via "via" "Via" "The outlet that relayed it.",
    }
}

parts! {
    /// The parts of a [`Group`](crate::model::Group) but its figure.
    GroupPart {
        Who "who" "Group" "Who they are.",
        Other "other" "Which group" "Who they are in words.",
    }
}

parts! {
    /// The parts of a [`NamedVictim`](crate::model::NamedVictim).
    NamedVictimPart {
        Name "name" "Name" "The person’s name.",
        Age "age" "Age" "The age as reported.",
        Sex "sex" "Sex" "The sex, as the article says it.",
        Role "role" "Role" "What the person was or did.",
    }
}

parts! {
    /// The parts of [`Evidence`](crate::model::Evidence).
    EvidencePart {
        Citation "citation" "Citation" "Where it stands.",
        Excerpt "excerpt" "Excerpt" "Its own words.",
        Stance "stance" "Stance" "What it says of the claim.",
        Seen "seen" "Seen on" "The day on which it was seen.",
    }
}

parts! {
    /// The parts of a [`Link`](crate::model::Link).
    LinkPart {
        Kind "kind" "Link" "How the marks stand to each other.",
        To "to" "Mark" "The other mark.",
    }
}
