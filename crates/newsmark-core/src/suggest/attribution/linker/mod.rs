//! The deterministic half: which source an attribution without one has, and quotations that structure alone attributes.
//!
//! Each rule is a file. They run in the order of [`link`], which is from the surest structure to the least sure, and a
//! rule leaves alone what one before it has linked.

mod arabic;
mod colon;
mod continued;
mod draft;
mod inherited;
mod name;
mod nearby;
mod signature;
mod subject;
mod trailing;
mod transcript;

pub(super) use draft::Draft;

use crate::suggest::words::Words;

/// Links the drafts that the chain found, adds what structure tells beside, and sorts all by their first words.
pub(super) fn link(words: &Words, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut drafts = transcript::turns(words, drafts);
    // Content to which the chain saw neither cue nor source is left to the rules, which know whose it may be.
    drafts.retain(|draft| draft.parts.cue.is_some() || draft.parts.source.is_some());
    drafts.retain(|draft| !name::is_of_title(words, draft));
    let mut owners = draft::owners(words, &drafts);
    for (place, draft) in drafts.iter_mut().enumerate() {
        draft.take_whole_quotations(words, place, &mut owners);
    }
    inherited::link(words, &mut drafts);
    arabic::link(words, &mut drafts);
    colon::link(words, &mut drafts);
    signature::link(words, &mut drafts);
    continued::link(words, &mut drafts);
    trailing::link(words, &mut drafts);
    nearby::link(words, &mut drafts);
    drafts.retain(|draft| draft.says_something(words) && !name::is_name(words, draft));
    drafts.sort_by_key(|draft| draft.parts.start());
    drafts
}

/// Quotations alone, of a language whose words are not known but for the Arabic cues, sorted by their first words.
pub(super) fn link_quotations(words: &Words) -> Vec<Draft> {
    let mut drafts = Vec::new();
    arabic::link(words, &mut drafts);
    signature::link(words, &mut drafts);
    continued::link(words, &mut drafts);
    nearby::link(words, &mut drafts);
    drafts.sort_by_key(|draft| draft.parts.start());
    drafts
}
