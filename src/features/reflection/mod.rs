//! Refleksjon: one dilemma through the steps of a guide.
