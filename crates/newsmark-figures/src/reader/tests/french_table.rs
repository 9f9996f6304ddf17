use super::check;

#[test]
fn exact_numbers() {
    check(
        "fr",
        &[
            ("12 personnes", "Exact 12 12 12"),
            ("douze personnes", "Exact 12 12 12"),
            ("dix-sept morts", "Exact 17 17 17"),
            ("vingt et un soldats", "Exact 21 21 21"),
            ("trente-deux blessés", "Exact 32 32 32"),
            ("soixante et onze morts", "Exact 71 71 71"),
            ("soixante-dix-huit morts", "Exact 78 78 78"),
            ("quatre-vingts personnes", "Exact 80 80 80"),
            ("quatre-vingt-onze personnes", "Exact 91 91 91"),
            ("cent vingt familles", "Exact 120 120 120 Household"),
            ("trois cents maisons", "Exact 300 300 300 Dwelling"),
            ("mille deux cents personnes", "Exact 1200 1200 1200"),
            ("deux mille réfugiés", "Exact 2000 2000 2000"),
            ("deux cent cinquante mille personnes", "Exact 250000 250000 250000"),
            ("un million de personnes", "Exact 1000000 1000000 1000000"),
            ("deux millions de personnes", "Exact 2000000 2000000 2000000"),
            ("1,5 million de personnes", "Exact 1500000 1500000 1500000"),
            ("deux millions et demi de personnes", "Exact 2500000 2500000 2500000"),
            ("un demi-million de personnes", "Exact 500000 500000 500000"),
            ("un quart de million de personnes", "Exact 250000 250000 250000"),
            ("30 000 personnes", "Exact 30000 30000 30000"),
            ("30\u{202F}000 personnes", "Exact 30000 30000 30000"),
            ("30.000 personnes", "Exact 30000 30000 30000"),
            ("une douzaine de personnes", "Exact 12 12 12"),
            ("douze autres personnes", "Exact 12 12 12"),
            ("douze jeunes filles", "Exact 12 12 12"),
            ("50 %", "Exact 50 50 50 Percent"),
            ("50 pour cent", "Exact 50 50 50 Percent"),
            ("trois jours", "Exact 3 3 3 Other"),
            ("une femme", "Exact 1 1 1"),
            ("sans faire de blessés", "Exact 0 0 0"),
        ],
    );
}

#[test]
fn limited_and_vague_numbers() {
    check(
        "fr",
        &[
            ("au moins 17 morts", "AtLeast 17 17 –"),
            ("pas moins de 17 morts", "AtLeast 17 17 –"),
            ("17 personnes ou plus", "AtLeast 17 17 –"),
            ("plus de 60 personnes", "MoreThan 60 60 –"),
            ("jusqu’à 200 personnes", "AtMost – – 200"),
            ("jusqu'à 200 personnes", "AtMost – – 200"),
            ("pas plus de 20 personnes", "AtMost – – 20"),
            ("au maximum 20 personnes", "AtMost – – 20"),
            ("moins de 20 personnes", "LessThan – – 20"),
            ("près de 300 personnes", "Nearly – 300 300"),
            ("presque 300 personnes", "Nearly – 300 300"),
            ("environ 40 personnes", "Approximately – 40 –"),
            ("quelque 40 personnes", "Approximately – 40 –"),
            ("autour de 40 personnes", "Approximately – 40 –"),
            ("40 personnes environ", "Approximately – 40 –"),
            ("entre 20 et 40 personnes", "Range 20 – 40"),
            ("de 20 à 40 personnes", "Range 20 – 40"),
            ("20 à 40 personnes", "Range 20 – 40"),
            ("deux ou trois personnes", "Range 2 – 3"),
            ("une dizaine de personnes", "Approximately – 10 – Dictionary"),
            ("une centaine de familles", "Approximately – 100 – Household Dictionary"),
            ("des dizaines de personnes", "VaguePlural 10 10 – Acled"),
            ("des centaines de personnes", "VaguePlural 100 100 – Acled"),
            ("des milliers de réfugiés", "VaguePlural 1000 1000 – Acled"),
            ("des dizaines de milliers de civils", "VaguePlural 10000 10000 – Acled"),
            ("des centaines de milliers de civils", "VaguePlural 100000 100000 – Acled"),
            ("des millions de personnes", "VaguePlural 1000000 1000000 – Acled"),
            ("plusieurs personnes", "VaguePlural 3 3 – Dictionary"),
            ("plusieurs dizaines de personnes", "VaguePlural 20 20 – Dictionary"),
            ("de nombreux civils", "UnknownPlural – – –"),
            ("un certain nombre de civils", "UnknownPlural – – –"),
            ("le reste", "Residual – – – Unspecified Derived"),
        ],
    );
}

#[test]
fn what_counts_nothing() {
    check(
        "fr",
        &[
            ("le 14 mars", "Date"),
            ("14 mars 2019", "Date"),
            ("l’année 2011", "Year"),
            ("depuis 2011", "Year"),
            ("12 millions d’euros", "Money"),
            ("article 5", "Name"),
            ("12,5 %", "NotWhole"),
            ("18h", "Time"),
            ("un accord", "NoNumber"),
            ("la personne", "NoNumber"),
            ("le 2e régiment", "Ordinal"),
        ],
    );
}
