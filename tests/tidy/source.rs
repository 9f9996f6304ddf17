use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use syn::visit::{self, Visit};
use syn::{Attribute, ImplItemFn, ItemFn, ItemMod, Meta, spanned::Spanned};

/// A source file of the program as the rules see it: without what only tests have.
pub struct Source {
    /// The file, below the top.
    pub path: PathBuf,
    /// The crate and the modules that lead to it: `["newsmark", "store", "lock"]`.
    pub module: Vec<String>,
    /// Its text, all of it.
    pub text: String,
    /// The name and the number of lines of every function with a body, signature and body counted.
    pub functions: Vec<(String, usize)>,
    /// The names of its public types.
    pub public_types: Vec<String>,
    /// How many methods of the window it holds.
    pub n_window_methods: usize,
    /// The lines of what only tests have, from one.
    tests: Vec<std::ops::RangeInclusive<usize>>,
}

/// Folders of sources, each with the name of the crate that it is.
pub fn crates() -> Vec<(String, PathBuf)> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut crates = vec![("newsmark".to_owned(), top.join("src"))];
    for entry in fs::read_dir(top.join("crates")).into_iter().flatten() {
        let folder = entry.unwrap().path();
        let name = folder.file_name().unwrap().to_string_lossy().replace('-', "_");
        crates.push((name, folder.join("src")));
    }
    crates.sort();
    crates
}

/// Every source file of the program and its crates, read once for all tests.
pub fn sources() -> &'static [Source] {
    static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
        let mut found = Vec::new();
        for (name, folder) in crates() {
            walk(&folder, &[name], &mut found);
        }
        found
    });
    &SOURCES
}

fn walk(folder: &Path, module: &[String], found: &mut Vec<Source>) {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if stem != "tests" {
                walk(&path, &[module, &[stem]].concat(), found);
            }
            continue;
        }
        let is_of_tests = stem == "gallery" || stem == "tests" || stem.ends_with("_tests");
        if path.extension().is_none_or(|ending| ending != "rs") || is_of_tests {
            continue;
        }
        let module = match &*stem {
            "mod" | "lib" => module.to_vec(),
            _ => [module, &[stem]].concat(),
        };
        found.extend(Source::read(&path, module));
    }
}

impl Source {
    /// Reads a file; `None` for one that only tests have.
    fn read(path: &Path, module: Vec<String>) -> Option<Source> {
        let text = fs::read_to_string(path).unwrap();
        let mut file = syn::parse_file(&text).unwrap();
        if file.attrs.iter().any(is_of_tests) {
            return None;
        }
        let of_tests = file.items.iter().filter(|item| attributes(item).iter().any(is_of_tests));
        let tests = of_tests.map(|item| item.span().start().line..=item.span().end().line).collect();
        file.items.retain(|item| !attributes(item).iter().any(is_of_tests));
        let path = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().to_owned();
        let mut functions = Functions::default();
        functions.visit_file(&file);
        let (functions, public_types, n_window_methods) = (functions.0, public_types(&file), window_methods(&file));
        Some(Source { path, module, text, functions, public_types, n_window_methods, tests })
    }

    /// Its items, but for those that only tests have, parsed anew: what is parsed cannot be shared between tests.
    pub fn file(&self) -> syn::File {
        let mut file = syn::parse_file(&self.text).unwrap();
        file.items.retain(|item| !attributes(item).iter().any(is_of_tests));
        file
    }

    /// Its path as it is told.
    pub fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// Its lines with their numbers, but for those of tests.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(n, line)| (n + 1, line));
        lines.filter(|(n, _)| !self.tests.iter().any(|of_tests| of_tests.contains(n)))
    }

    /// Its lines of code with their numbers: no comments, no blank lines.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.lines().map(|(n, line)| (n, line.trim()));
        lines.filter(|(_, line)| !line.is_empty() && !line.starts_with("//"))
    }
}

/// The names of the public types of a file.
fn public_types(file: &syn::File) -> Vec<String> {
    let is_public = |vis: &syn::Visibility| match vis {
        syn::Visibility::Public(_) => true,
        syn::Visibility::Restricted(vis) => vis.path.is_ident("crate"),
        syn::Visibility::Inherited => false,
    };
    let named = file.items.iter().filter_map(|item| match item {
        syn::Item::Struct(item) if is_public(&item.vis) => Some(&item.ident),
        syn::Item::Enum(item) if is_public(&item.vis) => Some(&item.ident),
        syn::Item::Trait(item) if is_public(&item.vis) => Some(&item.ident),
        syn::Item::Type(item) if is_public(&item.vis) => Some(&item.ident),
        _ => None,
    });
    named.map(ToString::to_string).collect()
}

/// How many methods of the window a file holds.
fn window_methods(file: &syn::File) -> usize {
    let of_window = file.items.iter().filter_map(|item| match item {
        syn::Item::Impl(block) if block.trait_.is_none() => match &*block.self_ty {
            syn::Type::Path(path) if path.path.is_ident("Window") => Some(&block.items),
            _ => None,
        },
        _ => None,
    });
    of_window.flatten().filter(|item| matches!(item, syn::ImplItem::Fn(_))).count()
}

#[derive(Default)]
struct Functions(Vec<(String, usize)>);

impl Functions {
    fn push(&mut self, name: &syn::Ident, from: proc_macro2::Span, to: proc_macro2::Span) {
        self.0.push((name.to_string(), to.end().line + 1 - from.start().line));
    }
}

impl<'f> Visit<'f> for Functions {
    fn visit_item_fn(&mut self, item: &'f ItemFn) {
        self.push(&item.sig.ident, item.sig.span(), item.block.span());
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'f ImplItemFn) {
        if !item.attrs.iter().any(is_of_tests) {
            self.push(&item.sig.ident, item.sig.span(), item.block.span());
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'f ItemMod) {
        if !item.attrs.iter().any(is_of_tests) {
            visit::visit_item_mod(self, item);
        }
    }
}

/// Whether an attribute is a `cfg` that needs `test` or the feature for tests.
fn is_of_tests(attribute: &Attribute) -> bool {
    let Meta::List(list) = &attribute.meta else { return false };
    let tokens = list.tokens.to_string();
    list.path.is_ident("cfg") && !tokens.starts_with("not") && (tokens.contains("test") || tokens.contains("gallery"))
}

fn attributes(item: &syn::Item) -> &[Attribute] {
    match item {
        syn::Item::Const(item) => &item.attrs,
        syn::Item::Enum(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Macro(item) => &item.attrs,
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Static(item) => &item.attrs,
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Trait(item) => &item.attrs,
        syn::Item::Type(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        _ => &[],
    }
}
