//! Mounts the app; nothing else.

fn main() {
    refleks::app::mount();
}
