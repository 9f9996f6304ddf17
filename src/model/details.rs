use super::{Anchored, Category, DisplacementTerm, Harm, QuoteKind, Verification, Victims};

/// What a mark says: one record, of the mark's category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Details {
    /// See [`Casualties`].
    Casualties(Casualties),
    /// See [`Displacement`].
    Displacement(Displacement),
    /// See [`Quotes`].
    Quotes(Quotes),
    /// See [`Claims`].
    Claims(Claims),
}

/// Harm to people.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Casualties {
    /// What was done to them.
    pub harm: Harm,
    /// How many.
    pub figure: Option<Figure>,
    /// Who they were.
    pub victims: Victims,
}

/// People who had to leave.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Displacement {
    /// The source's word for it.
    pub term: DisplacementTerm,
    /// How many.
    pub figure: Option<Figure>,
    /// Where they left.
    pub from: Option<Place>,
    /// Where they went.
    pub to: Option<Place>,
}

/// Words that the article reports as somebody's; the content is the annotation's own spans.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Quotes {
    /// How much of it stands within quotation marks.
    pub kind: QuoteKind,
    /// Whose words they are.
    pub attribution: Attribution,
}

/// A statement that could be checked.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Claims {
    /// The claim in the editor's words, to be understood without the article.
    pub statement: String,
    /// Who claims it.
    pub attribution: Attribution,
    /// What a person found about it.
    pub verification: Verification,
}

/// One number as reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The number's words, as "at least 12".
    pub text: Anchored<String>,
}

/// Where something happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The place's words.
    pub text: Anchored<String>,
}

/// By whose account (PARC 3: source and cue).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Attribution {
    /// The nearest words that name the source, a pronoun if that is what stands there.
    pub words: Option<Anchored<String>>,
    /// The head verb that attributes, as "said".
    pub cue: Option<Anchored<String>>,
}

impl Details {
    /// The category that the record belongs to.
    pub fn category(&self) -> Category {
        match self {
            Details::Casualties(_) => Category::Casualties,
            Details::Displacement(_) => Category::Displacement,
            Details::Quotes(_) => Category::Quotes,
            Details::Claims(_) => Category::Claims,
        }
    }

    /// The record as one of `category`: fields that both have are kept, all others are unknown.
    pub fn changed_to(&self, category: Category) -> Details {
        if category == self.category() {
            return self.clone();
        }
        let (figure, attribution) = self.shared();
        match category {
            Category::Casualties => Details::Casualties(Casualties { figure, ..Default::default() }),
            Category::Displacement => Details::Displacement(Displacement { figure, ..Default::default() }),
            Category::Quotes => Details::Quotes(Quotes { attribution, ..Default::default() }),
            Category::Claims => Details::Claims(Claims { attribution, ..Default::default() }),
        }
    }

    fn shared(&self) -> (Option<Figure>, Attribution) {
        match self {
            Details::Casualties(record) => (record.figure.clone(), Attribution::default()),
            Details::Displacement(record) => (record.figure.clone(), Attribution::default()),
            Details::Quotes(record) => (None, record.attribution.clone()),
            Details::Claims(record) => (None, record.attribution.clone()),
        }
    }

    /// The record in one line, what is known first: "Killed · at least 12 · Civilians".
    pub fn reading(&self) -> String {
        let parts: Vec<&str> = match self {
            Details::Casualties(record) => vec![
                record.harm.label(),
                figure_words(&record.figure),
                if record.victims == Victims::Unknown { "" } else { record.victims.label() },
            ],
            Details::Displacement(record) => {
                vec![
                    record.term.label(),
                    figure_words(&record.figure),
                    place_words(&record.from),
                    place_words(&record.to),
                ]
            }
            Details::Quotes(record) => {
                vec![record.kind.label(), words(&record.attribution.words), words(&record.attribution.cue)]
            }
            Details::Claims(record) => vec![record.verification.label(), words(&record.attribution.words)],
        };
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

fn words(anchored: &Option<Anchored<String>>) -> &str {
    anchored.as_ref().map_or("", |anchored| &anchored.value)
}

fn figure_words(figure: &Option<Figure>) -> &str {
    figure.as_ref().map_or("", |figure| &figure.text.value)
}

fn place_words(place: &Option<Place>) -> &str {
    place.as_ref().map_or("", |place| &place.text.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_category_keeps_the_fields_that_both_have() {
        let killed = Details::Casualties(Casualties {
            harm: Harm::Killed,
            figure: Some(Figure { text: Anchored::typed("at least 12") }),
            victims: Victims::Civilian,
        });
        let displaced = killed.changed_to(Category::Displacement);
        assert_eq!(displaced.reading(), "Unspecified · at least 12");
        assert_eq!(killed.changed_to(Category::Casualties), killed);

        let attribution =
            Attribution { words: Some(Anchored::typed("Dala Imren")), cue: Some(Anchored::typed("said")) };
        let quote = Details::Quotes(Quotes { kind: QuoteKind::Direct, attribution: attribution.clone() });
        assert_eq!(quote.reading(), "Direct · Dala Imren · said");
        let claim = quote.changed_to(Category::Claims);
        assert_eq!(claim, Details::Claims(Claims { attribution, ..Default::default() }));
    }
}
