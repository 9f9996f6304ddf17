/// What a [copy in version 1](super::version_1_copy) of a project lacks.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// How many scopes said by what a part divides its whole: `scope.by`.
    pub n_dimensions: usize,
    /// How many figures said of what whole they are a share: `figure.of`.
    pub n_wholes: usize,
    /// How many marks said where they came from: `origin`.
    pub n_origins: usize,
    /// How many proposals were dismissed: `dismissed`.
    pub n_dismissed_proposals: usize,
    /// Whether somebody decided whether there are proposals: `settings.proposals`.
    pub has_proposals_setting: bool,
    /// How many sign-offs said whether the marks were made with proposals: `sign_offs[].proposals`.
    pub n_sign_offs: usize,
    /// How often histories, origins and dismissed warnings name a field that version 1 has not.
    pub n_said: usize,
    /// How many conflicts keep such a field, or are about it.
    pub n_conflicts: usize,
    /// How many marks are not as they were signed, as something that they say was left out.
    pub n_signed_marks: usize,
}

impl LeftOut {
    /// What was left out, a sentence each; none where the copy lacks nothing.
    ///
    /// ```
    /// use newsmark_core::store::LeftOut;
    ///
    /// let left_out = LeftOut { n_dismissed_proposals: 3, ..LeftOut::default() };
    /// assert_eq!(left_out.sentences(), ["3 dismissed proposals were left out"]);
    /// ```
    pub fn sentences(&self) -> Vec<String> {
        let counted = |n: usize, one: &str, more: &str| format!("{n} {}", if n == 1 { one } else { more });
        let were = |n: usize| if n == 1 { "was" } else { "were" };
        let told = |n: usize, sentence: String| (n > 0).then_some(sentence);
        let parts = counted(self.n_dimensions, "part divides its whole", "parts divide their wholes");
        let shares = counted(self.n_wholes, "figure is a share", "figures are a share");
        let marks = counted(self.n_origins, "mark", "marks");
        let dismissed = counted(self.n_dismissed_proposals, "dismissed proposal", "dismissed proposals");
        let sign_offs = counted(self.n_sign_offs, "sign-off was", "sign-offs were");
        let said = counted(self.n_said, "entry", "entries");
        let conflicts = counted(self.n_conflicts, "conflict", "conflicts");
        let signed = counted(self.n_signed_marks, "signed mark reads", "signed marks read");
        let setting = "That proposals are on or off, and who decided so, was left out".to_owned();
        let sentences = [
            told(self.n_dimensions, format!("By what {parts} was left out")),
            told(self.n_wholes, format!("Of what whole {shares} was left out")),
            told(self.n_origins, format!("Where {marks} came from was left out")),
            told(self.n_dismissed_proposals, format!("{dismissed} {} left out", were(self.n_dismissed_proposals))),
            self.has_proposals_setting.then_some(setting),
            told(self.n_sign_offs, format!("Whether {sign_offs} made with proposals was left out")),
            told(self.n_said, format!("{said} about fields that version 1 has not {} left out", were(self.n_said))),
            told(self.n_conflicts, format!("Fields that version 1 has not were left out of {conflicts}")),
            told(self.n_signed_marks, format!("{signed} as changed since the sign-off, as a field was left out")),
        ];
        sentences.into_iter().flatten().collect()
    }
}
