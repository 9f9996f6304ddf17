use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// What a claim says (ClaimBuster, CheckThat!).
    ClaimKind {
        Unspecified "Unspecified" "Not decided",
        Quantity "Quantity" "How many or how much",
        Responsibility "Responsibility" "Who did it",
        Event "Event" "That something happened",
        Prediction "Prediction" "What is to come",
        RuleOrLaw "Rule or law" "What is allowed, forbidden or required",
        Correlation "Correlation" "That one thing goes with or causes another",
        Opinion "Opinion" "What somebody thinks of it",
        Other "Other" "Something else",
    }
}

vocabulary! {
    /// Whether a claim is worth checking (ClaimBuster).
    CheckWorthiness {
        Unassessed "Unassessed" "Nobody has judged it",
        CheckWorthy "Worth checking" "Factual, and readers would want to know",
        Unimportant "Unimportant" "Factual, and of no weight",
        NotFactual "Not factual" "Nothing that could be true or false",
    }
}

vocabulary! {
    /// What a person found about a claim (ClaimReview practice, FEVER, AVeriTeC).
    Verification {
        Unverified "Unverified" "Nobody has checked it",
        Corroborated "Corroborated" "An independent source says the same",
        Disputed "Disputed" "Another source says otherwise",
        Supported "Supported" "Evidence shows that it holds",
        Refuted "Refuted" "Evidence shows that it does not hold",
        Misleading "Misleading" "True in its words, false in what it suggests",
        NotEnoughEvidence "Not enough evidence" "Checked, and the evidence does not decide it",
        Corrected "Corrected" "Withdrawn or put right by whoever made it",
        NotCheckable "Not checkable" "An opinion, or nothing could decide it",
        NotCheckableYet "Not checkable yet" "About the future, or evidence is still to come",
    }
}

vocabulary! {
    /// What evidence says of a claim (FEVER).
    Stance {
        Unspecified "Unspecified" "Not decided",
        Supports "Supports" "Speaks for the claim",
        Refutes "Refutes" "Speaks against the claim",
        Context "Context" "Neither; helps to understand it",
    }
}

vocabulary! {
    /// How a claim stands to another mark.
    LinkKind {
        Unspecified "Unspecified" "Not decided",
        Contradicts "Contradicts" "Both cannot hold",
        Denies "Denies" "Says that the other does not hold",
        Corroborates "Corroborates" "Says the same by another source",
        SameAs "Same as" "The same claim, said again",
        Supersedes "Supersedes" "Takes the other’s place",
        About "About" "Speaks of what the other mark records",
    }
}
