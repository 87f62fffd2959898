//! Parts without product knowledge, on the design system.
