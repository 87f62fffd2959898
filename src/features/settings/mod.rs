//! Innstillinger: language, appearance, text size, storage and privacy, and «Om Refleks».
