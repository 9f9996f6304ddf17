//! The one binary: the window, or a command.

fn main() {}
