/// What a file had that its replacement does not have, as the system did not allow it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NotKept {
    /// The account that it belongs to.
    pub owner: bool,
    /// Its group. What the group might do was taken from whoever has the other one.
    pub group: bool,
    /// Who may read and write it.
    pub permissions: bool,
    /// The list of further people and groups that may (ACL).
    pub access_list: bool,
    /// Extended attributes, which other programs read.
    pub attributes: bool,
    /// It had further names (hard links): these still hold what was there before.
    pub hard_links: bool,
}

impl NotKept {
    /// Whether everything was kept.
    pub fn is_empty(self) -> bool {
        self == NotKept::default()
    }

    /// A sentence that says what was not kept and what follows from it; `None` where all was.
    pub fn describe(self) -> Option<String> {
        let lost = [
            (self.owner, "its owner"),
            (self.group, "its group"),
            (self.permissions, "its permissions"),
            (self.access_list, "its access list"),
            (self.attributes, "its extended attributes"),
        ];
        let lost: Vec<&str> = lost.into_iter().filter_map(|(is_lost, name)| is_lost.then_some(name)).collect();
        let others = "The file had other names (hard links), which still hold what was there before";
        let (last, before) = match lost.split_last() {
            None => return self.hard_links.then(|| format!("The file was saved. {others}")),
            Some((last, before)) => (last, before.join(", ")),
        };
        let list = if before.is_empty() { (*last).to_owned() } else { format!("{before} and {last}") };
        let who = if self.owner || self.group || self.permissions || self.access_list {
            "Others may not be able to read or change it any more: ask its owner or an administrator to set them again"
        } else {
            "Programs that read them no longer find them"
        };
        let others = if self.hard_links { format!(". {others}") } else { String::new() };
        Some(format!("The file was saved, but the system did not let it keep {list}. {who}{others}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_kept_is_said_in_one_sentence() {
        assert_eq!(NotKept::default().describe(), None);
        let colleague = NotKept { owner: true, group: true, access_list: true, ..NotKept::default() };
        let sentence = colleague.describe().unwrap();
        assert!(sentence.contains("keep its owner, its group and its access list. Others may"), "{sentence}");
        let links = NotKept { hard_links: true, ..NotKept::default() }.describe().unwrap();
        assert!(links.starts_with("The file was saved. The file had other names"), "{links}");
        let attributes = NotKept { attributes: true, ..NotKept::default() }.describe().unwrap();
        assert!(attributes.ends_with("keep its extended attributes. Programs that read them no longer find them"));
    }
}
