//! Shaping and painting words that are not the program’s own.
