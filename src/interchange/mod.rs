//! Articles in, and the formats of other tools; works on bytes and strings only.
