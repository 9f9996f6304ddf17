use std::collections::BTreeMap;

use crate::model::{Person, Project};

/// What the projects that are compared are called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// Wholly: “Ines Varga”.
    pub full: Vec<String>,
    /// Where there is little room: “Ines”.
    pub short: Vec<String>,
    /// Their files: “karsa-market.ron”.
    pub files: Vec<String>,
}

impl Names {
    /// Projects are called after who marked most in them, and after their files where that is one and the same
    /// person or nobody.
    pub fn of<'p>(projects: impl Iterator<Item = (&'p str, &'p Project)>) -> Names {
        let (files, authors): (Vec<String>, Vec<Option<String>>) =
            projects.map(|(file, project)| (file.to_owned(), author(project))).unzip();
        // Two projects by one person are told apart by their files: a second “Ines” would say nothing.
        let is_alone = |name: &Option<String>| authors.iter().filter(|other| *other == name).count() == 1;
        let stem = |file: &String| file.trim_end_matches(".ron").to_owned();
        let full: Vec<String> = authors
            .iter()
            .zip(&files)
            .map(|(author, file)| author.clone().filter(|_| is_alone(author)).unwrap_or_else(|| stem(file)))
            .collect();
        let full = distinct(full);
        // Given names are short enough for buttons, and colleagues call each other so.
        let first = |name: &String| name.split_whitespace().next().unwrap_or(name).to_owned();
        let firsts: Vec<String> = full.iter().map(first).collect();
        let is_clear = |name: &String| firsts.iter().filter(|other| *other == name).count() == 1;
        let short = full.iter().zip(&firsts).map(|(full, first)| if is_clear(first) { first } else { full }.clone());
        Names { short: short.collect(), full, files }
    }

    /// Whose something is: “Ines’s”.
    pub fn whose(&self, side: usize) -> String {
        format!("{}’s", self.short[side])
    }

    /// Several of them: “Ines and Tomas”.
    pub fn list(&self, sides: impl Iterator<Item = usize>) -> String {
        let names: Vec<&str> = sides.map(|side| self.short[side].as_str()).collect();
        match &names[..] {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [first @ .., last] => format!("{} and {last}", first.join(", ")),
        }
    }
}

/// Who marked most; of several the first by name.
fn author(project: &Project) -> Option<String> {
    let mut counts: BTreeMap<&Person, usize> = BTreeMap::new();
    for annotation in project.annotations() {
        *counts.entry(&annotation.author).or_default() += 1;
    }
    let most = counts.values().max().copied()?;
    // The first by name where several have made as many, so that the same project is always called the
    // same.
    counts.into_iter().find(|(_, count)| *count == most).map(|(person, _)| person.name().to_owned())
}

/// The same names with a number where two are alike.
fn distinct(mut names: Vec<String>) -> Vec<String> {
    for n in 1..names.len() {
        let name = names[n].clone();
        let mut number = 2;
        while names[..n].contains(&names[n]) {
            names[n] = format!("{name} {number}");
            number += 1;
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::project;
    use crate::model::{Annotation, ProjectParts};

    fn by(name: &str) -> Project {
        let project = project("Two died.\n^^^ Casualties");
        let of = |mark: &std::sync::Arc<Annotation>| Annotation {
            author: Person::new(name).unwrap(),
            ..Annotation::clone(mark)
        };
        let annotations = project.annotations().iter().map(of).collect();
        Project::from_parts(ProjectParts { annotations, ..ProjectParts::of(project.article().clone()) }).unwrap()
    }

    #[test]
    fn projects_are_called_after_their_authors_and_else_after_their_files() {
        let [ines, tomas] = [by("Ines Varga"), by("Tomas Reed")];
        let names = Names::of([("a.ron", &ines), ("b.ron", &tomas)].into_iter());
        assert_eq!(names.full, ["Ines Varga", "Tomas Reed"]);
        assert_eq!(names.short, ["Ines", "Tomas"]);
        let names = Names::of([("a.ron", &ines), ("b.ron", &ines), ("b.ron", &ines)].into_iter());
        assert_eq!(names.full, ["a", "b", "b 2"]);
        assert_eq!(names.short, ["a", "b", "b 2"].map(|name| if name == "a" { "a" } else { name }));
    }
}
