use proptest::prelude::*;

use super::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_gives_sound_attributions_and_the_same_twice(
        text in "(Ana|Orlo|the mayor|she|said|says|denied|that|to|it rained|[A-Z]{1,3}|[a-zé]{1,6}|قال|[0-9]{1,3}|“|”|\"|''|'|«|»|:|,|\\.|\\?|\n| ){0,60}"
    ) {
        let (read, first) = found(&text);
        for attribution in &first {
            let mut end = 0;
            for span in attribution.content.iter() {
                prop_assert!(end <= span.start() && span.end() <= read.len());
                end = span.end();
            }
            prop_assert!((0.0..=1.0).contains(&attribution.probability));
        }
        let starts: Vec<usize> = first.iter().map(|found| {
            let parts = found.content.iter().chain(found.cue);
            parts.map(Span::start).min().unwrap()
        }).collect();
        prop_assert!(starts.iter().all(|start| *start < read.len()));
        prop_assert_eq!(&found(&text).1, &first);
    }

    #[test]
    fn no_two_attributions_have_a_word_of_content_in_common(
        text in "(Ana Orlo|the mayor|she|said|that|adding|it rained|“|”|\"|:|,|\\.|\n| ){0,60}"
    ) {
        let (_, found) = found(&text);
        let mut spans: Vec<Span> = found.iter().flat_map(|found| found.content.iter()).collect();
        spans.sort();
        for pair in spans.windows(2) {
            prop_assert!(!pair[0].overlaps(pair[1]), "{:?}", pair);
        }
    }
}
