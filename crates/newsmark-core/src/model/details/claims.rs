use super::Attribution;
use crate::model::{AnnotationId, CheckWorthiness, ClaimKind, ItemId, LinkKind, Stance, Verification, day};

/// A statement that could be checked (ClaimBuster, CheckThat!, FEVER, AVeriTeC, schema.org ClaimReview).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Claims {
    /// The claim in the editor's words, to be understood without the article.
    pub statement: String,
    /// Who claims it.
    pub attribution: Attribution,
    /// What it says.
    pub kind: ClaimKind,
    /// Whether it is worth checking.
    pub check_worthiness: CheckWorthiness,
    /// What a person found about it.
    pub verification: Verification,
    /// What was found for and against it.
    pub evidence: Vec<Evidence>,
    /// How it stands to other marks.
    pub links: Vec<Link>,
}

/// Something that speaks for or against a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its name within the project.
    pub id: ItemId,
    /// Where it stands: a citation or an address.
    pub citation: String,
    /// Its own words.
    pub excerpt: String,
    /// What it says of the claim.
    pub stance: Stance,
    /// The day on which it was seen, as 2026-03-14; empty is unknown.
    pub seen: String,
}

/// How a claim stands to another mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its name within the project.
    pub id: ItemId,
    /// How it stands.
    pub kind: LinkKind,
    /// The other mark.
    pub to: Option<AnnotationId>,
}

impl Evidence {
    /// Evidence of which nothing is known.
    pub fn new(id: ItemId) -> Evidence {
        let (citation, excerpt, seen) = Default::default();
        Evidence { id, citation, excerpt, stance: Stance::default(), seen }
    }

    /// The day on which it was seen, where it is one of the calendar.
    pub fn day_seen(&self) -> Option<jiff::civil::Date> {
        day(&self.seen)
    }
}

impl Link {
    /// A link that leads nowhere yet.
    pub fn new(id: ItemId) -> Link {
        Link { id, kind: LinkKind::default(), to: None }
    }
}

impl LinkKind {
    /// Whether it holds both ways, so that one link says it for both.
    pub fn is_mutual(self) -> bool {
        // Denying is no mutual thing: who is denied has not denied in turn.
        matches!(self, LinkKind::Contradicts | LinkKind::SameAs)
    }
}
