//! Controls that every panel uses.
