//! The privacy guard: finds what could identify somebody in free text, and says why.
