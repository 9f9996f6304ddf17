use crate::model::vocabulary::vocabulary;

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
    /// How badly people were injured.
    Severity {
        Unspecified "Unspecified" "Not stated",
        Critical "Critical" "In danger of their lives",
        Serious "Serious" "Badly hurt, in hospital",
        Minor "Minor" "Lightly hurt",
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
    /// Some of the people in a figure.
    GroupKind {
        Unspecified "Unspecified" "Not decided",
        Children "Children" "Under 18, or called children",
        Women "Women" "Called women",
        Men "Men" "Called men",
        Elderly "Elderly" "Called old or elderly",
        Journalists "Journalists" "Reporters and those who work with them",
        Medical "Medical staff" "Doctors, nurses, ambulance crews",
        AidWorkers "Aid workers" "Staff and volunteers of relief groups",
        Other "Other" "Another group; its words say which",
    }
}

vocabulary! {
    /// The sex of a named person, as the article says it.
    Sex {
        Unspecified "Unspecified" "Not stated",
        Female "Female" "Called a woman or a girl",
        Male "Male" "Called a man or a boy",
        Other "Other" "Called otherwise",
    }
}

vocabulary! {
    /// What caused the harm (OHCHR lists for SDG 16.1.2).
    CasualtyCause {
        Unknown "Unknown" "Not stated",
        AirStrike "Air strike" "From aircraft or drones",
        Shelling "Shelling" "Artillery, mortars, rockets, tanks",
        PlantedExplosive "Planted explosive" "Mines, roadside and car bombs",
        SmallArms "Small arms" "Guns, knives, grenades",
        Incendiary "Incendiary" "Weapons that burn",
        Chemical "Chemical" "Gas and other poisons",
        DenialOfEssentials "Denial of essentials" "Hunger, thirst, no medicine, by siege or denial of access",
        Accident "Accident" "Nobody meant it",
        Disaster "Disaster" "Flood, earthquake, storm, fire",
        Other "Other" "Another cause; say which in the note",
    }
}

vocabulary! {
    /// How somebody is held responsible (Airwars).
    Responsibility {
        NotStated "Not stated" "The article names nobody",
        Declared "Declared" "They said it was them",
        Suspected "Suspected" "Others say it was them",
        Contested "Contested" "Several are blamed",
        Denied "Denied" "They say it was not them",
    }
}

vocabulary! {
    /// How well a reviewer finds the harm attested (Airwars grading).
    Grading {
        Unassessed "Unassessed" "No reviewer has judged it",
        Confirmed "Confirmed" "Those responsible accept it",
        Fair "Fair" "Two or more credible sources agree",
        Weak "Weak" "One source only",
        Contested "Contested" "Sources give different accounts",
        Discounted "Discounted" "Shown not to be so",
    }
}
