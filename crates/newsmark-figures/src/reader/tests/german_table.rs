use super::check;

#[test]
fn exact_numbers() {
    check(
        "de",
        &[
            ("12 Menschen", "Exact 12 12 12"),
            ("zwölf Menschen", "Exact 12 12 12"),
            ("einundzwanzig Soldaten", "Exact 21 21 21"),
            ("fünfunddreißig Tote", "Exact 35 35 35"),
            ("dreihundert Familien", "Exact 300 300 300 Household"),
            ("zweihundertfünfzig Häuser", "Exact 250 250 250 Dwelling"),
            ("tausendzweihundert Menschen", "Exact 1200 1200 1200"),
            ("zweitausend Flüchtlinge", "Exact 2000 2000 2000"),
            ("dreißigtausend Vertriebene", "Exact 30000 30000 30000"),
            ("hunderttausend Menschen", "Exact 100000 100000 100000"),
            ("eine Million Menschen", "Exact 1000000 1000000 1000000"),
            ("zwei Millionen Menschen", "Exact 2000000 2000000 2000000"),
            ("1,5 Millionen Menschen", "Exact 1500000 1500000 1500000"),
            ("1,2 Mio. Menschen", "Exact 1200000 1200000 1200000 Unspecified"),
            ("30.000 Menschen", "Exact 30000 30000 30000"),
            ("eine halbe Million Menschen", "Exact 500000 500000 500000"),
            ("eine Viertelmillion", "NoNumber"),
            ("anderthalb Millionen Menschen", "Exact 1500000 1500000 1500000"),
            ("ein Dutzend Menschen", "Exact 12 12 12"),
            ("zwei Dutzend Menschen", "Exact 24 24 24"),
            ("drei weitere Menschen", "Exact 3 3 3"),
            ("300 syrische Flüchtlinge", "Exact 300 300 300"),
            ("zwölf Feuerwehrleute", "Exact 12 12 12"),
            ("zwölf Grenzsoldaten", "Exact 12 12 12"),
            ("fünf Bergarbeiter", "Exact 5 5 5"),
            ("50 Prozent", "Exact 50 50 50 Percent"),
            ("30 Kilometer", "Exact 30 30 30 Other"),
            ("drei Tage", "Exact 3 3 3 Other"),
            ("eine Frau", "Exact 1 1 1"),
            ("niemand", "Exact 0 0 0"),
            ("ohne Verletzte", "Exact 0 0 0"),
        ],
    );
}

#[test]
fn limited_and_vague_numbers() {
    check(
        "de",
        &[
            ("mindestens 12 Menschen", "AtLeast 12 12 –"),
            ("wenigstens zwölf Menschen", "AtLeast 12 12 –"),
            ("12 Menschen oder mehr", "AtLeast 12 12 –"),
            ("mehr als 60 Menschen", "MoreThan 60 60 –"),
            ("über 60 Menschen", "MoreThan 60 60 –"),
            ("bis zu 200 Menschen", "AtMost – – 200"),
            ("höchstens 20 Menschen", "AtMost – – 20"),
            ("weniger als 20 Menschen", "LessThan – – 20"),
            ("unter 20 Menschen", "LessThan – – 20"),
            ("fast 300 Menschen", "Nearly – 300 300"),
            ("knapp 300 Menschen", "Nearly – 300 300"),
            ("nahezu 300 Menschen", "Nearly – 300 300"),
            ("etwa 40 Menschen", "Approximately – 40 –"),
            ("rund 40 Menschen", "Approximately – 40 –"),
            ("ungefähr 40 Menschen", "Approximately – 40 –"),
            ("ca. 40 Menschen", "Approximately – 40 –"),
            ("zwischen 20 und 40 Menschen", "Range 20 – 40"),
            ("20 bis 40 Menschen", "Range 20 – 40"),
            ("zwei bis drei Millionen Menschen", "Range 2000000 – 3000000"),
            ("drei oder vier Menschen", "Range 3 – 4"),
            ("Dutzende Menschen", "VaguePlural 12 12 – Acled"),
            ("Hunderte von Menschen", "VaguePlural 100 100 – Acled"),
            ("Tausende Flüchtlinge", "VaguePlural 1000 1000 – Acled"),
            ("Zehntausende Menschen", "VaguePlural 10000 10000 – Acled"),
            ("Hunderttausende Menschen", "VaguePlural 100000 100000 – Acled"),
            ("Millionen Menschen", "VaguePlural 1000000 1000000 – Acled"),
            ("mehrere Menschen", "VaguePlural 3 3 – Dictionary"),
            ("mehrere Dutzend Menschen", "VaguePlural 24 24 – Dictionary"),
            ("viele Menschen", "UnknownPlural – – –"),
            ("zahlreiche Zivilisten", "UnknownPlural – – –"),
            ("der Rest", "Residual – – – Unspecified Derived"),
        ],
    );
}

#[test]
fn what_counts_nothing() {
    check(
        "de",
        &[
            ("14. März", "Date"),
            ("14. März 2019", "Date"),
            ("im Jahr 2011", "Year"),
            ("seit 2011", "Year"),
            ("12 Millionen Euro", "Money"),
            ("Artikel 5", "Name"),
            ("Boeing 737", "Name"),
            ("Der 34-jährige Mann", "Age"),
            ("17 Uhr", "Time"),
            ("12,5 Prozent", "NotWhole"),
            ("ein Vertrag", "NoNumber"),
            ("die Frauen", "UnknownPlural – – –"),
        ],
    );
}
