//! Every verb of the project: `cargo xtask <verb>`.

fn main() {
    println!("refleks xtask");
}
