use crate::app::document::file_name;
use crate::store::{Recovery, recover};

/// Something a crash left behind, with what people call it.
pub struct CrashedSession {
    /// The journal.
    pub recovery: Recovery,
    /// The name of its project or article.
    pub name: String,
}

impl CrashedSession {
    /// What is worth offering: a journal that holds nothing which is not in a
    /// file is removed instead.
    ///
    /// # Errors
    /// What to tell where it is not offered.
    pub fn of(recovery: Recovery) -> Result<CrashedSession, Option<String>> {
        let recovered = recover(&recovery).ok();
        let original = recovered.as_ref().map(|recovered| &recovered.base.article().card.original);
        // What was decided between projects stands in no file before it is saved.
        let marks = recovered.as_ref().map(|recovered| recovered.base.annotations());
        let is_decided = marks.is_some_and(|marks| marks.iter().any(|mark| !mark.origins.is_empty()));
        let can_be_had_again = original.is_some_and(|original| original.sha256.is_some()) && !is_decided;
        let is_untouched = recovery.n_changes() == 0 && can_be_had_again && !recovery.may_miss_changes();
        if recovery.is_needless() || is_untouched {
            // What cannot be removed is looked at again next time.
            return Err(recovery.discard().ok().flatten().map(|path| {
                format!("A damaged journal was set aside. The project’s file has all its changes: {}", path.display())
            }));
        }
        let name = match (recovery.project(), original) {
            (Some(path), _) => file_name(path),
            (None, Some(original)) if !original.name.is_empty() => format!("{}, never saved", original.name),
            _ => "An article that was never saved".to_owned(),
        };
        Ok(CrashedSession { recovery, name })
    }
}
