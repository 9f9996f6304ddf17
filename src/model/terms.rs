//! The terms that records choose from; `domain.md`'s standards are their source.

use super::vocabulary::vocabulary;

vocabulary! {
    /// What was done to people (Every Casualty, *Standards for Casualty Recording*; SDG 16.1.2).
    Harm {
        Unspecified "Unspecified" "The words do not say what was done, as in “casualties” or “victims”",
        Killed "Killed" "Died of what is reported",
        Injured "Injured" "Hurt in body and alive when reported",
        Missing "Missing" "Whereabouts unknown to those who look for them",
        Detained "Detained" "Held against their will, taken hostage or abducted",
        SexualViolence "Sexual violence" "Subjected to violence of a sexual nature",
    }
}

vocabulary! {
    /// Who was harmed, as the article says it (OHCHR lists for SDG 16.1.2).
    Victims {
        Unknown "Unknown" "The article does not say who they were",
        Civilian "Civilians" "The article calls them civilians",
        OtherProtected "Other protected persons" "Medical, religious or humanitarian staff, prisoners, fighters out of the fight",
        ArmedForces "Armed forces" "Members of a state’s forces",
        DirectParticipant "Direct participants" "Civilians who were taking part in the fighting",
        CombatantUnspecified "Combatants" "Fighters, without a word on whose",
        Mixed "Mixed" "More than one of these in one figure",
    }
}

vocabulary! {
    /// The word the source used for a displacement (IDMC, Helix and IDETECT).
    DisplacementTerm {
        Unspecified "Unspecified" "The source’s word fits none of these, or is not known",
        Displaced "Displaced" "Forced from home, without a word on how",
        Evacuated "Evacuated" "Moved from danger by authorities or on their order",
        ForcedToFlee "Forced to flee" "Fled, uprooted or driven out",
        Homeless "Homeless" "Left without a home",
        InReliefCamp "In a relief camp" "Living in a camp set up for them",
        Sheltered "Sheltered" "Staying in a shelter, a school, or with others",
        Relocated "Relocated" "Moved elsewhere for good",
        DestroyedHousing "Housing destroyed" "Homes lost; counts dwellings or those who lived in them",
        PartiallyDestroyedHousing "Housing damaged" "Homes partly destroyed",
        UninhabitableHousing "Housing uninhabitable" "Homes that stand and cannot be lived in",
        Affected "Affected" "Touched by what happened, not all of them displaced",
        Returns "Returns" "Went back to where they had left",
        Other "Other" "Another word; say which in the note",
    }
}

vocabulary! {
    /// How much of a quotation stands within quotation marks (PARC 3, PolNeAR).
    QuoteKind {
        Unspecified "Unspecified" "Not decided",
        Direct "Direct" "All of it stands within quotation marks",
        Mixed "Mixed" "Quotation marks stand around a part of it",
        Indirect "Indirect" "Reported without quotation marks",
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
    /// How far an annotation has come.
    Status {
        Draft "Draft" "Its author is at work on it",
        Submitted "Submitted" "Its author is done and it waits for a reviewer",
        Approved "Approved" "A reviewer agreed",
        ChangesRequested "Changes requested" "A reviewer sent it back",
        Rejected "Rejected" "A reviewer decided against it",
    }
}
