use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// What a source is (Every Casualty, Airwars).
    SourceKind {
        Unspecified "Unspecified" "Not decided",
        Government "Government" "A ministry, an office, a local authority",
        Military "Military" "A state’s armed forces",
        ArmedGroup "Armed group" "Fighters who are no state’s",
        PoliticalOpposition "Political opposition" "Opponents of those in power, not in arms",
        Intergovernmental "Intergovernmental" "The United Nations and other bodies of states",
        NgoMonitor "Monitoring group" "A group that records or documents harm",
        NgoAid "Aid group" "A group that brings relief",
        PoliceOrEmergency "Police or emergency services" "Police, fire brigade, civil defence, rescuers",
        Medical "Medical" "A hospital, a doctor, a morgue",
        MediaOutlet "Media outlet" "A newspaper, an agency, a broadcaster",
        JournalistWitness "Journalist who was there" "A reporter on what they saw",
        Eyewitness "Eyewitness" "Somebody who saw it and was not harmed",
        VictimOrRelative "Victim or relative" "Somebody harmed, or their family",
        Crowd "Crowd" "Social media, or people without a name",
        Expert "Expert" "A scholar or analyst",
        Corporate "Company" "A company or its speaker",
        Politician "Politician" "A politician who does not speak for an office",
        UnnamedOfficials "Unnamed officials" "“Officials said”",
        Document "Document" "A report, a court file, a letter",
        Other "Other" "Something else; say what in the role",
    }
}

vocabulary! {
    /// What stake a source has in what it says (Airwars).
    Interest {
        Unknown "Unknown" "Not known",
        Belligerent "Belligerent" "Takes part in the fighting",
        PartyToIncident "Party to the incident" "Had a part in what is reported",
        AffectedCommunity "Affected community" "Belongs to those who were harmed",
        Independent "Independent" "None of these",
    }
}

vocabulary! {
    /// How a source is named (AP Stylebook, anonymous sources).
    Anonymity {
        Unspecified "Unspecified" "Not decided",
        OnTheRecord "On the record" "Named",
        Background "On background" "Described, not named, as agreed with the source",
        Anonymous "Anonymous" "Neither named nor described",
        UnnamedGroup "Unnamed group" "“Residents”, “officials”",
    }
}

vocabulary! {
    /// How sure the attribution makes the statement.
    Certainty {
        Unspecified "Unspecified" "Not decided",
        Asserted "Asserted" "Said outright",
        Reported "Reported" "Passed on, as “reportedly”",
        Estimate "Estimate" "Given as an estimate",
        Alleged "Alleged" "Claimed against somebody, unproved",
        Possible "Possible" "Said to be possible, as “may have”",
        Feared "Feared" "Feared or presumed, as “feared dead”",
        Announced "Announced" "Said of what is to come",
        Denied "Denied" "The source denies it",
    }
}
