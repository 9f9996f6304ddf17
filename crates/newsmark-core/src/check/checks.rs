use super::{
    Check, announced, approved_by_editor, bounds_order, civilian_unsaid, claim_number_differs, counted_twice,
    cumulative_as_event, dead_link, division_unsaid, edge_space, edge_word, evidence_missing, exact_bounds,
    figure_outside, figure_unreadable, figures_conflict, groups_above_whole, harm_from_casualties,
    households_as_persons, merge_conflict, no_such_date, parts_above_whole, parts_overlap, quote_marks, quote_source,
    relative_date, same_incident, scope_cycle, source_undescribed, stock_and_flow, too_large, unattributed, uncounted,
    whole_of_others,
};

/// All checks, sorted by kind.
///
/// ```
/// use newsmark_core::check::{CHECKS, Severity};
///
/// assert!(CHECKS.is_sorted_by_key(|check| check.kind));
/// assert!(CHECKS.iter().any(|check| check.kind == "DeadLink" && check.severity == Severity::Error));
/// ```
pub static CHECKS: &[Check] = &[
    announced::CHECK,
    approved_by_editor::CHECK,
    bounds_order::CHECK,
    civilian_unsaid::CHECK,
    claim_number_differs::CHECK,
    counted_twice::CHECK,
    cumulative_as_event::CHECK,
    dead_link::CHECK,
    division_unsaid::CHECK,
    edge_space::CHECK,
    edge_word::CHECK,
    evidence_missing::CHECK,
    exact_bounds::CHECK,
    figure_outside::CHECK,
    figure_unreadable::CHECK,
    figures_conflict::CHECK,
    groups_above_whole::CHECK,
    harm_from_casualties::CHECK,
    households_as_persons::CHECK,
    merge_conflict::CHECK,
    no_such_date::CHECK,
    parts_above_whole::CHECK,
    parts_overlap::CHECK,
    quote_marks::CHECK,
    quote_source::CHECK,
    relative_date::CHECK,
    same_incident::CHECK,
    scope_cycle::CHECK,
    source_undescribed::CHECK,
    stock_and_flow::CHECK,
    too_large::CHECK,
    unattributed::CHECK,
    uncounted::CHECK,
    whole_of_others::CHECK,
];
