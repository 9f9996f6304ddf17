use super::wording::quoted;
use super::{Check, CheckBasis, CheckContext, Example, Finding, Run, Severity};
use crate::model::{Annotation, AttributionPart, FieldPath, Source, SourceKind};

/// A source of which nothing says who or what it is (AP Stylebook, anonymous
/// sources: describe them as far as can be, never just "a source").
///
/// It is told once, at the first annotation that names the source; of a source with a name of its own as a note.
pub(super) const CHECK: Check = Check {
    kind: "SourceUndescribed",
    severity: Severity::Warning,
    run: Run::Both(alone, linked),
    fires: Example {
        article: "12 died, a source said.\n^^^^^^^ Casualties",
        records: &["1 attribution.source = 3", "source 3 name = A source", "source 3 kind = Medical"],
    },
    silent: Example {
        article: "12 died, a source said.\n^^^^^^^ Casualties",
        records: &["1 attribution.source = 3", "source 3 name = A source", "source 3 affiliation = Lir hospital"],
    },
};

/// Names that say of a source only that it is one.
const BARE: &[&str] = &[
    "a source",
    "source",
    "sources",
    "the source",
    "the sources",
    "some sources",
    "مصدر",
    "مصادر",
    "المصدر",
    "المصادر",
];

fn alone(_: &CheckBasis<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let attribution = annotation.details.attribution();
    if let (None, Some(words)) = (attribution.source, &attribution.words)
        && is_bare(&words.value)
    {
        let why = format!("{} is all that is said of the source", quoted(&words.value));
        found.push(Finding::in_field(FieldPath::Attribution(AttributionPart::Words), why));
    }
}

fn linked(context: &CheckContext<'_>, annotation: &Annotation, found: &mut Vec<Finding>) {
    let Some(id) = annotation.details.attribution().source else { return };
    // One problem a source, or a source of a hundred marks would fill the list.
    if context.across.first_naming.get(&id) == Some(&annotation.id) {
        let field = FieldPath::Attribution(AttributionPart::Source);
        let told = |source: &Source| {
            let found = Finding::in_field(field, undescribed(source)?);
            // One with a name of its own begins so: who it is may be said later.
            let is_named = !source.name.trim().is_empty() && !is_bare(&source.name);
            Some(if is_named { found.as_note() } else { found })
        };
        found.extend(context.project.sources().get(id).and_then(told));
    }
}

fn undescribed(source: &Source) -> Option<String> {
    let is_blank = source.role.trim().is_empty() && source.affiliation.trim().is_empty();
    if source.name.trim().is_empty() {
        return Some("The source has no name".to_owned());
    }
    let name = quoted(&source.name);
    if is_blank && is_bare(&source.name) {
        return Some(format!("{name} is all that is said of the source"));
    }
    // A proper name with a kind, as a ministry's, says who it is.
    let is_undescribed = is_blank && source.kind == SourceKind::Unspecified;
    is_undescribed.then(|| format!("{name} has no role, affiliation or kind that says who it is"))
}

fn is_bare(name: &str) -> bool {
    BARE.contains(&name.trim().to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::super::tests::whys;
    use super::*;

    const ARTICLE: &str = "12 died, Besk Arvan said; 9 fled, sources said.\n^^^^^^^ Casualties\n                          ^^^^^^ Displacement";

    #[test]
    fn a_source_is_told_once_where_it_is_named_first() {
        let records = ["2 attribution.source = 3", "1 attribution.source = 3", "source 3 name = Besk Arvan"];
        assert_eq!(
            whys(&CHECK, ARTICLE, &records),
            ["“Besk Arvan” has no role, affiliation or kind that says who it is"]
        );
        let described = [&records[..], &["source 3 kind = Eyewitness"]].concat();
        assert!(whys(&CHECK, ARTICLE, &described).is_empty());
    }

    #[test]
    fn words_that_only_say_sources_are_told() {
        let records = ["2 attribution.words = sources"];
        assert_eq!(whys(&CHECK, ARTICLE, &records), ["“sources” is all that is said of the source"]);
    }
}
