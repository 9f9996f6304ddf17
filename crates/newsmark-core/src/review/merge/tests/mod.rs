mod asking;
mod cases;
mod edits;
mod properties;
mod proposals;
mod resolving;
