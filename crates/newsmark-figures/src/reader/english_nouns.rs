//! English nouns that numbers count.

use crate::Unit;

use super::word::{Form, Word};

const PERSON: Word = Word::Noun(Unit::Person, Form::Singular);
const PERSONS: Word = Word::Noun(Unit::Person, Form::Plural);
const PEOPLE: Word = Word::Noun(Unit::Person, Form::Collective);
const HOUSEHOLD: Word = Word::Noun(Unit::Household, Form::Singular);
const HOUSEHOLDS: Word = Word::Noun(Unit::Household, Form::Plural);
const DWELLING: Word = Word::Noun(Unit::Dwelling, Form::Singular);
const DWELLINGS: Word = Word::Noun(Unit::Dwelling, Form::Plural);
const THING: Word = Word::Noun(Unit::Other, Form::Singular);
const THINGS: Word = Word::Noun(Unit::Other, Form::Plural);

/// Nouns by what they count. A death, an injury and a body are a person each.
pub(super) const WORDS: &[(Word, &str)] = &[
    (PERSON, "person man woman child boy girl baby infant toddler teenager teen youth adult civilian villager"),
    (PERSON, "soldier policeman policewoman officer guard fighter militant rebel insurgent gunman militiaman"),
    (PERSON, "conscript commander combatant bomber attacker doctor nurse medic paramedic surgeon teacher student"),
    (PERSON, "pupil journalist photographer cameraman cameraperson farmer worker labourer laborer driver passenger"),
    (PERSON, "shopkeeper fisherman shepherd mother father son daughter brother sister wife husband grandmother"),
    (PERSON, "grandfather uncle aunt cousin nephew niece widow widower orphan relative neighbour neighbor resident"),
    (PERSON, "grandchild grandson granddaughter schoolboy schoolgirl newborn"),
    (PERSON, "refugee evacuee migrant returnee prisoner detainee hostage captive victim casualty survivor citizen"),
    (PERSON, "protester protestor demonstrator activist volunteer firefighter fireman rescuer pilot pensioner"),
    (PERSON, "peacekeeper priest imam bystander pedestrian patient inhabitant american iraqi syrian palestinian"),
    (PERSON, "death fatality injury body corpse life soul deserter defector jihadist terrorist staffer"),
    (PERSONS, "persons people men women children boys girls babies infants toddlers teenagers teens youths adults"),
    (
        PERSONS,
        "civilians villagers soldiers policemen policewomen officers guards fighters militants rebels insurgents",
    ),
    (PERSONS, "gunmen militiamen conscripts commanders combatants bombers attackers doctors nurses medics paramedics"),
    (PERSONS, "surgeons teachers students pupils journalists reporters photographers cameramen farmers workers"),
    (PERSONS, "labourers laborers drivers passengers shopkeepers fishermen shepherds mothers fathers sons daughters"),
    (PERSONS, "brothers sisters wives husbands parents grandparents uncles aunts cousins nephews nieces widows"),
    (PERSONS, "orphans relatives neighbours neighbors residents refugees evacuees migrants returnees prisoners"),
    (PERSONS, "detainees hostages captives victims casualties survivors citizens protesters protestors demonstrators"),
    (PERSONS, "activists volunteers firefighters firemen rescuers pilots pensioners peacekeepers priests imams"),
    (PERSONS, "bystanders pedestrians patients inhabitants members troops siblings twins individuals kids locals"),
    (
        PERSONS,
        "deaths fatalities injuries bodies corpses lives souls deserters defectors jihadists terrorists staffers",
    ),
    (
        PERSONS,
        "americans iraqis syrians palestinians israelis russians ukrainians turks kurds afghans iranians lebanese",
    ),
    (PERSONS, "yemenis egyptians libyans jordanians houthis yazidis christians muslims idps seekers"),
    (PERSONS, "grandchildren grandsons granddaughters grandmothers grandfathers newborns schoolchildren pupils"),
    (PERSONS, "officials policymakers mps lawmakers ministers worshippers mourners pilgrims tourists foreigners"),
    (PEOPLE, "police personnel staff crew servicemen servicewomen population folk"),
    (HOUSEHOLD, "family household"),
    (HOUSEHOLDS, "families households"),
    (DWELLING, "home house building apartment flat dwelling tent shelter hut residence"),
    (DWELLINGS, "homes houses buildings apartments flats dwellings tents shelters huts residences villas"),
    (THING, "protest camp jet plane crisis protection council union visa swap exchange deal care abuse movement"),
    (THING, "positions stronghold attack convoy strike raid rocket missile shell bomb tank vehicle truck bus car"),
    (THING, "ship boat helicopter drone hospital school clinic market village town city district neighbourhood"),
    (THING, "kilometre kilometer mile metre meter km hectare acre ton tonne litre liter degree kg mph kph group party"),
    (THING, "hospital association organisation organization court bank company parliament election trial killing wave"),
    (THINGS, "protests camps jets planes crises councils unions visas attacks convoys strikes raids rockets missiles"),
    (THINGS, "shells bombs tanks vehicles trucks lorries buses cars ships boats helicopters drones hospitals schools"),
    (
        THINGS,
        "clinics markets villages towns cities districts neighbourhoods neighborhoods kilometres kilometers miles",
    ),
    (THINGS, "metres meters hectares acres tons tonnes litres liters degrees kilograms kgs kilos barrels airstrikes"),
    (THINGS, "groups parties companies countries nations states provinces places sites shops mosques churches bridges"),
    (THINGS, "roads sheep goats cattle animals cows dogs weapons rifles guns bullets rounds mines explosions blasts"),
    (THINGS, "times points seats votes items documents pages questions cases incidents clashes sorties flights"),
    (THINGS, "checkpoints positions factories warehouses farms ambulances generators loaves meals parcels tranches"),
    (THINGS, "statements reports fronts routes airports ports stations mosques pieces sacks bags"),
];
