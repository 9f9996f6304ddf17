//! Scratch
use std::hint::black_box;
use std::time::Instant;
use newsmark::check::findings;
use newsmark::figures::Ledger;
use newsmark::store::{Printed, parse};
#[allow(dead_code)]
mod documents;
fn main() {
    for (name, bytes) in [
        ("karsa", std::fs::read("projects/karsa-market.ron").unwrap()),
        ("sawt", std::fs::read("projects/karsa-sawt.ron").unwrap()),
        ("lir", std::fs::read("projects/port-of-lir.ron").unwrap()),
        ("made", Printed::of(&documents::project(8_000, 14)).as_bytes().to_vec()),
    ] {
        let time = |f: &mut dyn FnMut()| { for _ in 0..20 { f() } let t = Instant::now(); for _ in 0..200 { f() } t.elapsed() / 200 };
        let p = time(&mut || { black_box(parse(&bytes).unwrap()); });
        let l = parse(&bytes).unwrap();
        let c = time(&mut || { black_box(findings(&l.project, &l.warnings)); });
        let g = time(&mut || { black_box(Ledger::of(&l.project)); });
        let folded = { let s = String::from_utf8(bytes.clone()).unwrap(); time(&mut || { black_box(newsmark::find::Folded::new(&s, newsmark::find::Folds{case:true,forms:true})); }) };
        println!("{name} {} bytes {} marks: parse {p:?} checks {c:?} ledger {g:?} fold {folded:?}", bytes.len(), l.project.annotations().len());
    }
}
