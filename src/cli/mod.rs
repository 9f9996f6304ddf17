//! The command line: prints; has no logic of its own.
