use super::context::ReportContext;
use super::html::Html;
use crate::model::{
    Annotation, AttributionPart, Category, FieldPath, FieldValue, FigurePart, PlacePart, RecordList, WhenPart, grouped,
};

/// What a record says: each field that is known, and of the most important ones that they are not.
pub(super) fn fields<P>(html: &mut Html, context: &ReportContext<'_>, annotation: &Annotation<P>) {
    let category = annotation.category();
    html.block("dl", &[("class", "fields")], |html| {
        let mut paths = FieldPath::of(category).into_iter().peekable();
        while let Some(first) = paths.next() {
            let mut group = vec![first];
            // Fields of one group stand together in the order of a form, so that neighbours suffice.
            while let Some(next) = paths.next_if(|next| head(*next) == head(first)) {
                group.push(next);
            }
            let (known, is_asked) = (known(annotation, &group), is_asked(first));
            if !known.is_empty() || is_asked {
                html.words("dt", &[], head(first).label(category));
                html.block("dd", &[], |html| match known.is_empty() {
                    true => html.words("span", &[("class", "unknown")], unknown(annotation, first)),
                    false => values(html, context, category, known),
                });
            }
        }
        for &list in RecordList::of(category) {
            let items = annotation.details.items(list);
            if !items.is_empty() {
                html.words("dt", &[], list.label());
            }
            for id in items {
                let known = known(annotation, &list.fields(id));
                html.block("dd", &[], |html| values(html, context, category, known));
            }
        }
        if !annotation.note.is_empty() {
            html.words("dt", &[], FieldPath::Note.label(category));
            html.words("dd", &[("class", "note"), ("dir", "auto")], &annotation.note);
        }
    });
}

/// The field whose label stands for all those that are read together.
fn head(path: FieldPath) -> FieldPath {
    match path {
        FieldPath::Severity => FieldPath::Harm,
        FieldPath::Figure(_) => FieldPath::Figure(FigurePart::Text),
        FieldPath::When(_) => FieldPath::When(WhenPart::Text),
        FieldPath::Where(_) => FieldPath::Where(PlacePart::Text),
        FieldPath::From(_) => FieldPath::From(PlacePart::Text),
        FieldPath::To(_) => FieldPath::To(PlacePart::Text),
        FieldPath::Attribution(_) => FieldPath::Attribution(AttributionPart::Source),
        FieldPath::ScopeOf | FieldPath::ScopeBy => FieldPath::Scope,
        FieldPath::Responsibility => FieldPath::Responsible,
        path => path,
    }
}

/// Whether a reader wants to see that it is not known.
fn is_asked(path: FieldPath) -> bool {
    matches!(
        path,
        FieldPath::Harm
            | FieldPath::Term
            | FieldPath::Measure
            | FieldPath::Figure(_)
            | FieldPath::Victims
            | FieldPath::Scope
            | FieldPath::Attribution(_)
            | FieldPath::Kind
            | FieldPath::Statement
            // Those by which a total is made or a claim is judged: that they are open is news itself.
            | FieldPath::Verification
    )
}

fn unknown<P>(annotation: &Annotation<P>, path: FieldPath) -> &'static str {
    match annotation.field(path) {
        Some(FieldValue::Choice(vocabulary, index)) => vocabulary.terms.get(index).map_or("Unknown", |term| term.label),
        _ => "Not stated",
    }
}

/// The known ones of some fields with what they hold.
fn known<P>(annotation: &Annotation<P>, paths: &[FieldPath]) -> Vec<(FieldPath, FieldValue)> {
    let held = paths.iter().filter_map(|&path| Some((path, annotation.field(path)?)));
    held.filter(|(_, value)| !value.is_unknown()).collect()
}

/// The values of one group, each but the group's own with its label.
fn values(html: &mut Html, context: &ReportContext<'_>, category: Category, known: Vec<(FieldPath, FieldValue)>) {
    for (path, held) in known {
        // The group's own value stands under the group's label already.
        let is_own = path.item().is_none() && head(path) == path;
        html.inline("span", &[("class", "value")], |html| {
            if !is_own {
                html.words("span", &[("class", "label")], path.label(category));
                html.text(" ");
            }
            value(html, context, held);
        });
        html.text(" ");
    }
}

fn value(html: &mut Html, context: &ReportContext<'_>, value: FieldValue) {
    match value {
        FieldValue::Words(words) => {
            let words = words.map(|words| words.value).unwrap_or_default();
            context.article_words(html, "bdi", "serif", &words);
        }
        FieldValue::Text(text) => html.words("bdi", &[("class", "typed")], &text),
        FieldValue::Choice(vocabulary, index) => html.text(vocabulary.terms.get(index).map_or("", |term| term.label)),
        FieldValue::Number(number) => html.text(&number.map(grouped).unwrap_or_default()),
        FieldValue::Size(size) => html.text(&size.map(|size| size.to_string()).unwrap_or_default()),
        FieldValue::Source(id) => {
            let sources = context.project.sources();
            let found = sources.iter().enumerate().find(|(_, source)| Some(source.id) == id);
            match found {
                Some((place, source)) => {
                    let href = format!("#{}", context.anchor(&format!("s{}", place + 1)));
                    let name = if source.name.is_empty() { "a source without a name" } else { &source.name };
                    html.inline("a", &[("href", &href)], |html| html.apart(name));
                }
                None => html.words("span", &[("class", "unknown")], "a source that is not there"),
            }
        }
        FieldValue::Mark(mark) => mark.into_iter().for_each(|id| context.link(html, id, true)),
    }
}
