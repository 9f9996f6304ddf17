/// A table of the data set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// A row a project.
    Projects,
    /// A row an article.
    Articles,
    /// A row a mark, with every field of every category.
    Annotations,
    /// A row a stretch of words.
    Spans,
    /// A row a figure, of a mark or of a group.
    Figures,
    /// A row a group of victims.
    Groups,
    /// A row a victim whose name the article tells.
    Victims,
    /// A row a source.
    Sources,
    /// A row a relation of one mark to another.
    Links,
    /// A row a piece of evidence for or against a claim.
    Evidence,
    /// A row a comment.
    Comments,
    /// A row a change of a mark from one save to the next.
    History,
    /// A row a problem.
    Problems,
}

/// How many tables there are.
pub(crate) const N_TABLES: usize = Table::ALL.len();

impl Table {
    /// Every table.
    pub const ALL: [Table; 13] = [
        Table::Projects,
        Table::Articles,
        Table::Annotations,
        Table::Spans,
        Table::Figures,
        Table::Groups,
        Table::Victims,
        Table::Sources,
        Table::Links,
        Table::Evidence,
        Table::Comments,
        Table::History,
        Table::Problems,
    ];

    /// Its name, which is that of its folder.
    pub fn name(self) -> &'static str {
        match self {
            Table::Projects => "projects",
            Table::Articles => "articles",
            Table::Annotations => "annotations",
            Table::Spans => "spans",
            Table::Figures => "figures",
            Table::Groups => "groups",
            Table::Victims => "victims",
            Table::Sources => "sources",
            Table::Links => "links",
            Table::Evidence => "evidence",
            Table::Comments => "comments",
            Table::History => "history",
            Table::Problems => "problems",
        }
    }

    /// What a row of it is, a sentence without a full stop.
    pub fn says(self) -> &'static str {
        match self {
            Table::Projects => "A row a project file: who signed it off, how much is in it, what its errors are",
            Table::Articles => "A row an article: its card and its text",
            Table::Annotations => "A row a mark, with every field of every category, and what the ledger enters for it",
            Table::Spans => "A row a stretch of words that a mark covers, in code points, UTF-16 units and bytes",
            Table::Figures => "A row a figure, of a mark or of one of its groups",
            Table::Groups => "A row a group of victims, as “five of them children”",
            Table::Victims => "A row a victim whose name the article tells",
            Table::Sources => "A row a source of a project",
            Table::Links => "A row a relation of one mark to another: scopes, claims, quotes, and figures in conflict",
            Table::Evidence => "A row a piece of evidence for or against a claim",
            Table::Comments => "A row a comment",
            Table::History => "A row a change of a mark from one save to the next",
            Table::Problems => "A row a problem that was found in a project, or why a file could not be read",
        }
    }

    /// Whether a public data set has no such table.
    pub fn is_of_desk(self) -> bool {
        self == Table::Comments
    }

    /// The tables that a set has: all, or those of a public one.
    pub fn of_set(is_public: bool) -> impl Iterator<Item = Table> {
        Table::ALL.into_iter().filter(move |table| !is_public || !table.is_of_desk())
    }

    /// The table of that name.
    pub(crate) fn named(name: &str) -> Option<Table> {
        Table::ALL.into_iter().find(|table| table.name() == name)
    }
}
