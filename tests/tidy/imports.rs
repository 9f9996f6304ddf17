use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use syn::visit::{self, Visit};
use syn::{Item, UseTree, Visibility};

use crate::source::{Source, sources};

/// Which file names which: an arrow for every path in code that leads to another file.
///
/// A path goes through re-exports to the file that has the item, so that `super::widgets::Words` leads to
/// `widgets/words.rs`. That a module declares or re-exports its children is no arrow.
pub struct Imports {
    /// For each source, those it names, by their places among the sources.
    pub arrows: Vec<BTreeSet<usize>>,
}

impl Imports {
    /// Those of all sources, found once for all tests.
    pub fn of_all() -> &'static Imports {
        static IMPORTS: LazyLock<Imports> = LazyLock::new(|| Imports::of(sources()));
        &IMPORTS
    }

    fn of(sources: &[Source]) -> Imports {
        let files: Vec<syn::File> = sources.iter().map(Source::file).collect();
        let names = Names::of(sources, &files);
        let arrow = |(from, source): (usize, &Source)| {
            let mut paths = Paths { found: Vec::new(), imported: imported(&files[from]) };
            paths.visit_file(&files[from]);
            let found = paths.found.iter().filter_map(|path| names.file_of(&source.module, path, 0));
            found.filter(|to| *to != from).collect()
        };
        Imports { arrows: sources.iter().enumerate().map(arrow).collect() }
    }
}

/// Where names lead.
struct Names {
    /// The file of a module.
    files: BTreeMap<Vec<String>, usize>,
    /// What a module re-exports under a name, as it is written there.
    exports: BTreeMap<(Vec<String>, String), Vec<String>>,
}

impl Names {
    fn of(sources: &[Source], parsed: &[syn::File]) -> Names {
        let files = sources.iter().enumerate().map(|(n, source)| (source.module.clone(), n)).collect();
        let mut exports = BTreeMap::new();
        for (source, file) in sources.iter().zip(parsed) {
            for item in &file.items {
                if let Item::Use(item) = item
                    && !matches!(item.vis, Visibility::Inherited)
                {
                    leaves(&item.tree, &[], &mut |name, path| {
                        exports.insert((source.module.clone(), name), path);
                    });
                }
            }
        }
        Names { files, exports }
    }

    /// The file that has what `path` names in the module `at`.
    fn file_of(&self, at: &[String], path: &[String], depth: usize) -> Option<usize> {
        // A re-export that leads to itself ends here.
        if depth > 8 {
            return None;
        }
        let (mut module, mut rest) = (at.to_vec(), path);
        let mut is_absolute = false;
        while let Some((first, others)) = rest.split_first() {
            match &**first {
                "crate" => module.truncate(1),
                "super" => drop(module.pop()),
                "self" => {}
                _ => break,
            }
            (is_absolute, rest) = (true, others);
        }
        let first = rest.first()?;
        if !is_absolute {
            if self.files.contains_key(&vec![first.clone()]) {
                (module, rest) = (vec![first.clone()], &rest[1..]);
            } else if !self.leads_on(&module, first) {
                return None;
            }
        }
        while let Some((first, others)) = rest.split_first() {
            let inner = [&module[..], std::slice::from_ref(first)].concat();
            let is_module = self.files.contains_key(&inner);
            // Of a module and a re-exported function of one name, what goes on is through the module.
            if let Some(exported) = self.exports.get(&(module.clone(), first.clone()))
                && (!is_module || others.is_empty())
            {
                let path = [exported, others].concat();
                return self.file_of(&module, &path, depth + 1).or_else(|| self.files.get(&module).copied());
            }
            if !is_module {
                break;
            }
            (module, rest) = (inner, others);
        }
        self.files.get(&module).copied()
    }

    fn leads_on(&self, module: &[String], name: &str) -> bool {
        self.exports.contains_key(&(module.to_vec(), name.to_owned()))
            || self.files.contains_key(&[module, &[name.to_owned()]].concat())
    }
}

/// What each name that a file imports stands for, so that `store::load` after `use crate::store` is followed.
fn imported(file: &syn::File) -> BTreeMap<String, Vec<String>> {
    let mut imported = BTreeMap::new();
    for item in &file.items {
        if let Item::Use(item) = item {
            leaves(&item.tree, &[], &mut |name, path| {
                imported.insert(name, path);
            });
        }
    }
    imported
}

/// Every name that a `use` brings, with the path that it stands for.
fn leaves(tree: &UseTree, before: &[String], each: &mut impl FnMut(String, Vec<String>)) {
    let then = |name: &syn::Ident| [before, &[name.to_string()]].concat();
    match tree {
        UseTree::Path(path) => leaves(&path.tree, &then(&path.ident), each),
        UseTree::Name(name) if name.ident == "self" => {
            each(before.last().cloned().unwrap_or_default(), before.to_vec());
        }
        UseTree::Name(name) => each(name.ident.to_string(), then(&name.ident)),
        UseTree::Rename(rename) if rename.ident == "self" => each(rename.rename.to_string(), before.to_vec()),
        UseTree::Rename(rename) => each(rename.rename.to_string(), then(&rename.ident)),
        UseTree::Glob(_) => {}
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(tree, before, each)),
    }
}

/// The paths in a file's code: those of its private imports, and those written where they are used.
struct Paths {
    found: Vec<Vec<String>>,
    imported: BTreeMap<String, Vec<String>>,
}

impl<'f> Visit<'f> for Paths {
    fn visit_item_use(&mut self, item: &'f syn::ItemUse) {
        // What a module re-exports is not what it rests on; what it also uses is found where it does.
        if matches!(item.vis, Visibility::Inherited) {
            leaves(&item.tree, &[], &mut |_, path| {
                // A module that is imported to be walked through is followed where it is.
                self.found.push(path);
            });
        }
    }

    fn visit_path(&mut self, path: &'f syn::Path) {
        let mut names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if let Some(stands_for) = names.first().and_then(|first| self.imported.get(first)) {
            names.splice(0..1, stands_for.iter().cloned());
        }
        if names.len() > 1 {
            self.found.push(names);
        }
        visit::visit_path(self, path);
    }

    fn visit_item_mod(&mut self, item: &'f syn::ItemMod) {
        // What is inline belongs to the file; what is elsewhere is another.
        if item.content.is_some() {
            visit::visit_item_mod(self, item);
        }
    }
}
