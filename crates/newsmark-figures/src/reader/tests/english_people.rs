//! Who is counted in English: roles, peoples, faiths, kin, groups; and what only looks like people.

use super::check;

#[test]
fn people_of_every_role_are_persons() {
    for noun in "miners judges marines inmates jihadists herders beekeepers firefighters midwives welders paratroopers \
                 councillors envoys nuns lifeguards dockworkers truckers shopkeepers hikers commuters vaccinators \
                 prosecutors witnesses passers-by servicewomen gunmen fishermen headteachers cameramen pensioners \
                 abductees looters snipers defectors sailors deckhands porters cooks waiters barbers tailors bankers \
                 brokers clerks cadets reservists gendarmes astronauts pickpocketing-victims"
        .split_whitespace()
    {
        check("en", &[(&format!("17 {noun}"), "Exact 17 17 17")]);
    }
}

#[test]
fn peoples_and_faiths_are_persons() {
    for name in "Ghanaians Nepalis Tajiks Uzbeks Malians Chadians Eritreans Yazidis Rohingyas Hazaras Kashmiris Tutsis \
                 Sunnis Shiites Alawites Copts Hindus Sikhs Buddhists Catholics Mormons Chinese Japanese British French \
                 Swiss Sudanese Congolese Portuguese Lebanese Democrats Republicans Maoists Islamists Londoners Germans \
                 Frenchmen Cubans Filipinos Turks"
        .split_whitespace()
    {
        check("en", &[(&format!("17 {name}"), "Exact 17 17 17")]);
    }
    check(
        "en",
        &[
            ("nine South Africans", "Exact 9 9 9"),
            ("nine Sri Lankans", "Exact 9 9 9"),
            ("nine New Zealanders", "Exact 9 9 9"),
            ("nine South Sudanese", "Exact 9 9 9"),
            ("nine Central African soldiers", "Exact 9 9 9"),
            ("nine Chinese and Japanese tourists", "Exact 9 9 9"),
            ("nine Sunni fighters", "Exact 9 9 9"),
            ("nine Chinese warships", "Exact 9 9 9 Other"),
            ("nine French villages", "Exact 9 9 9 Other"),
            ("nine Christian families", "Exact 9 9 9 Household"),
            ("nine Palestinian homes", "Exact 9 9 9 Dwelling"),
        ],
    );
}

#[test]
fn adjectives_may_stand_for_people() {
    check(
        "en",
        &[
            ("31 displaced", "Exact 31 31 31"),
            ("31 homeless", "Exact 31 31 31"),
            ("31 stranded", "Exact 31 31 31"),
            ("31 hospitalised", "Exact 31 31 31"),
            ("31 unaccounted for", "Exact 31 31 31"),
            ("31 dead and 12 missing", "Exact 31 31 31"),
            ("31 dead or missing", "Exact 31 31 31"),
            ("31 were displaced", "Exact 31 31 31"),
            ("31 have been evacuated", "Exact 31 31 31"),
            ("31 are feared dead", "Exact 31 31 31"),
            ("31 others were hurt", "Exact 31 31 31"),
            ("31 fled", "Exact 31 31 31"),
            ("31 died", "Exact 31 31 31"),
            ("31 displaced families", "Exact 31 31 31 Household"),
            ("31 missing containers", "Exact 31 31 31 Other"),
            ("31 were sold", "Exact 31 31 31 Unspecified"),
            ("31 injured", "Exact 31 31 31"),
            ("31 wounded overnight", "Exact 31 31 31"),
        ],
    );
}

#[test]
fn people_that_only_describe_are_not_counted() {
    check(
        "en",
        &[
            ("19 militant attacks", "Exact 19 19 19 Other"),
            ("six refugee boats", "Exact 6 6 6 Other"),
            ("four student protests", "Exact 4 4 4 Other"),
            ("two prisoner exchanges", "Exact 2 2 2 Other"),
            ("three police stations", "Exact 3 3 3 Other"),
            ("five worker strikes", "Exact 5 5 5 Other"),
            ("three rebel kiosks", "Exact 3 3 3 Unspecified"),
            ("three soldier kiosks", "Exact 3 3 3 Unspecified doubtful"),
            ("40 workers’ homes", "Exact 40 40 40 Dwelling"),
            ("three children's hospitals", "Exact 3 3 3 Other"),
            ("two women's shelters", "Exact 2 2 2 Dwelling"),
            ("five family homes", "Exact 5 5 5 Dwelling"),
            ("the 1949 Refugee Act", "Year"),
            ("the 2018 Migrant Pact", "Year"),
            ("a terrorist attack", "NoNumber"),
            ("a migrant boat", "NoNumber"),
            ("a student rally", "NoNumber"),
            ("a major breakthrough", "NoNumber"),
            ("a general strike", "NoNumber"),
            ("a private firm", "NoNumber"),
            ("a Turkish bakery", "NoNumber"),
            ("two 500-pound bombs", "Exact 2 2 2 Other"),
            ("three 12-year-old girls", "Exact 3 3 3"),
            ("two ex-soldiers", "Exact 2 2 2"),
            ("30 asylum-seekers", "Exact 30 30 30"),
            ("12 US soldiers", "Exact 12 12 12"),
            ("seven poor, displaced families", "Exact 7 7 7 Household"),
        ],
    );
}

#[test]
fn kin_are_counted_with_whom_they_are_told() {
    check(
        "en",
        &[
            ("a mother and three of her daughters", "Exact 4 4 4"),
            ("a grandmother and two of her grandchildren", "Exact 3 3 3"),
            ("a couple and two children", "Exact 4 4 4"),
            ("a couple and one of their sons", "Exact 3 3 3"),
            ("an elderly couple and two grandchildren", "Exact 4 4 4"),
            ("a father and four children", "Exact 5 5 5"),
            ("a mother with her two babies", "Exact 3 3 3"),
            ("a mother, father and two children", "Exact 4 4 4"),
            ("a husband and wife", "Exact 2 2 2"),
            ("a mother of three", "Exact 1 1 1"),
            ("a father-of-two", "Exact 1 1 1"),
            ("a widowed mother of six young children", "Exact 1 1 1"),
            ("the mother of five", "Children"),
            ("a man and three children", "Exact 1 1 1"),
            ("a father and student", "Exact 1 1 1"),
            ("a mother of invention", "Exact 1 1 1"),
        ],
    );
}

#[test]
fn groups_say_how_many_people_they_are() {
    check(
        "en",
        &[
            ("a 14-strong crew", "Exact 14 14 14"),
            ("a 200-strong crowd", "Exact 200 200 200"),
            ("its 14-member crew", "Exact 14 14 14"),
            ("a six-person family", "Exact 6 6 6"),
            ("a nine-member household", "Exact 9 9 9"),
            ("a 12-man patrol", "Exact 12 12 12"),
            ("a five-woman team", "Exact 5 5 5"),
            ("a crew of 14", "Exact 14 14 14"),
            ("a team of five", "Exact 5 5 5"),
            ("a group of 30 migrants", "Exact 30 30 30"),
            ("a group of eight companies", "Exact 8 8 8 Other"),
            ("a family of nine", "Exact 9 9 9"),
            ("a 15-member council", "Compound"),
            ("a 120-seat parliament", "Compound"),
            ("a five-member panel", "Compound"),
            ("a crowd of 3,000", "Exact 3000 3000 3000"),
            ("two 16-year-olds", "Exact 2 2 2"),
            ("both engineers", "Exact 2 2 2"),
            ("both sisters and a cousin", "Exact 2 2 2"),
            ("both of the drivers", "Exact 2 2 2"),
            ("both his parents", "Exact 2 2 2"),
            ("both Turkish soldiers", "Exact 2 2 2"),
            ("both villages", "NoNumber"),
            ("both men and women", "UnknownPlural – – –"),
            ("both of them", "NoNumber"),
            ("the couple", "Exact 2 2 2"),
            ("the elderly couple", "Exact 2 2 2"),
            ("a couple of villages", "VaguePlural 2 2 – Other Dictionary"),
            ("the twins", "Exact 2 2 2"),
            ("twins", "Exact 2 2 2 doubtful"),
            ("five twins", "Exact 5 5 5"),
            ("the triplets", "Exact 3 3 3"),
            ("a pair of gunmen", "Exact 2 2 2"),
            ("a trio of gunmen", "Exact 3 3 3"),
            ("a pair of shoes", "NoNumber"),
        ],
    );
}
