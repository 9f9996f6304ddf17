use super::check;

#[test]
fn exact_numbers() {
    check(
        "es",
        &[
            ("12 personas", "Exact 12 12 12"),
            ("doce personas", "Exact 12 12 12"),
            ("veintiún soldados", "Exact 21 21 21"),
            ("treinta y dos heridos", "Exact 32 32 32"),
            ("ciento veinte familias", "Exact 120 120 120 Household"),
            ("trescientas casas", "Exact 300 300 300 Dwelling"),
            ("quinientas cincuenta y cinco personas", "Exact 555 555 555"),
            ("mil doscientas personas", "Exact 1200 1200 1200"),
            ("dos mil refugiados", "Exact 2000 2000 2000"),
            ("treinta mil desplazados", "Exact 30000 30000 30000"),
            ("cien mil personas", "Exact 100000 100000 100000"),
            ("un millón de personas", "Exact 1000000 1000000 1000000"),
            ("dos millones de personas", "Exact 2000000 2000000 2000000"),
            ("1,5 millones de personas", "Exact 1500000 1500000 1500000"),
            ("medio millón de personas", "Exact 500000 500000 500000"),
            ("dos millones y medio de personas", "Exact 2500000 2500000 2500000"),
            ("un cuarto de millón de personas", "Exact 250000 250000 250000"),
            ("30.000 personas", "Exact 30000 30000 30000"),
            ("una docena de personas", "Exact 12 12 12"),
            ("doce mineros", "Exact 12 12 12"),
            ("doce jueces", "Exact 12 12 12"),
            ("doce otras personas", "Exact 12 12 12"),
            ("50 por ciento", "Exact 50 50 50 Percent"),
            ("tres días", "Exact 3 3 3 Other"),
            ("una mujer", "Exact 1 1 1"),
            ("nadie", "Exact 0 0 0"),
            ("sin víctimas", "Exact 0 0 0"),
        ],
    );
    check(
        "es-MX",
        &[
            ("30,000 personas", "Exact 30000 30000 30000"),
            ("1.5 millones de personas", "Exact 1500000 1500000 1500000"),
        ],
    );
}

#[test]
fn limited_and_vague_numbers() {
    check(
        "es",
        &[
            ("al menos 12 personas", "AtLeast 12 12 –"),
            ("por lo menos 12 personas", "AtLeast 12 12 –"),
            ("12 personas o más", "AtLeast 12 12 –"),
            ("más de 60 personas", "MoreThan 60 60 –"),
            ("hasta 200 personas", "AtMost – – 200"),
            ("como máximo 20 personas", "AtMost – – 20"),
            ("no más de 20 personas", "AtMost – – 20"),
            ("menos de 20 personas", "LessThan – – 20"),
            ("casi 300 personas", "Nearly – 300 300"),
            ("cerca de 300 personas", "Nearly – 300 300"),
            ("unas 40 personas", "Approximately – 40 –"),
            ("alrededor de 40 personas", "Approximately – 40 –"),
            ("aproximadamente 40 personas", "Approximately – 40 –"),
            ("entre 20 y 40 personas", "Range 20 – 40"),
            ("de 20 a 40 personas", "Range 20 – 40"),
            ("dos o tres personas", "Range 2 – 3"),
            ("decenas de personas", "VaguePlural 10 10 – Acled"),
            ("cientos de personas", "VaguePlural 100 100 – Acled"),
            ("miles de refugiados", "VaguePlural 1000 1000 – Acled"),
            ("decenas de miles de civiles", "VaguePlural 10000 10000 – Acled"),
            ("cientos de miles de civiles", "VaguePlural 100000 100000 – Acled"),
            ("millones de personas", "VaguePlural 1000000 1000000 – Acled"),
            ("una veintena de personas", "Approximately – 20 – Dictionary"),
            ("un centenar de familias", "Approximately – 100 – Household Dictionary"),
            ("varias personas", "VaguePlural 3 3 – Dictionary"),
            ("varias decenas de personas", "VaguePlural 20 20 – Dictionary"),
            ("muchas personas", "UnknownPlural – – –"),
            ("un gran número de civiles", "UnknownPlural – – –"),
            ("el resto", "Residual – – – Unspecified Derived"),
        ],
    );
}

#[test]
fn what_counts_nothing() {
    check(
        "es",
        &[
            ("14 de marzo", "Date"),
            ("14 de marzo de 2019", "Date"),
            ("el año 2011", "Year"),
            ("desde 2011", "Year"),
            ("12 millones de dólares", "Money"),
            ("artículo 5", "Name"),
            ("12,5 por ciento", "NotWhole"),
            ("un acuerdo", "NoNumber"),
            ("la persona", "NoNumber"),
        ],
    );
}
