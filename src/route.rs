//! Every address of the app as one enum, both ways. No other module spells a path.
