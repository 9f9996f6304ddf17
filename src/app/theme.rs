//! Colours and type: read from `assets/themes`, named nowhere else.
