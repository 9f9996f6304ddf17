use crate::model::vocabulary::vocabulary;

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
    /// What a displacement figure measures (IDMC: flows and stocks).
    Measure {
        Unspecified "Unspecified" "Not decided: the figure enters no total",
        Flow "Flow" "Movements in a period: so many fled",
        Stock "Stock" "People on a date: so many live displaced",
        AtRisk "At risk" "Besieged or remaining, not displaced: stands apart",
        Visit "Visit" "Came to look at their homes, not a return: stands apart",
    }
}

vocabulary! {
    /// What drove people out (IDMC).
    DisplacementCause {
        Unknown "Unknown" "Not stated",
        Conflict "Conflict" "Armed conflict",
        OtherViolence "Other violence" "Violence that is no armed conflict",
        Disaster "Disaster" "Flood, earthquake, storm, fire",
        Development "Development" "A dam, a mine, a road, a clearance",
        Other "Other" "Another cause; say which in the note",
    }
}

vocabulary! {
    /// Whether a displacement figure is the one to use (IDMC Helix).
    FigureRole {
        Unspecified "Unspecified" "Not decided",
        Recommended "Recommended" "The figure to use",
        Triangulation "Triangulation" "Kept for comparison: enters no total",
    }
}
