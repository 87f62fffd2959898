//! Reads `budgets.toml`. Only `[size]` is this tool's business; `bench` reads the rest.

use std::path::Path;

use serde::Deserialize;

/// What the first load may weigh, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SizeBudget {
    /// The app's code: wasm and the script around it, brotli.
    pub wasm_and_glue: u64,
    /// What we wish for it.
    pub wasm_and_glue_aim: u64,
    /// The parts of the code that are fetched after the first screen, brotli.
    pub parts: u64,
    /// All that the first screen needs in one language, brotli.
    pub first_load: u64,
    /// The text font.
    pub text_font: u64,
    /// How many files that is.
    pub requests: u64,
    /// The start screen's own style, not packed.
    pub inline_style: u64,
}

#[derive(Deserialize)]
struct Budgets {
    size: SizeBudget,
}

/// Reads the size budget.
///
/// # Errors
/// When the file cannot be read or has another shape.
pub fn size(root: &Path) -> Result<SizeBudget, String> {
    let file = root.join("budgets.toml");
    let text = std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    parse(&text).map_err(|error| format!("{}: {error}", file.display()))
}

fn parse(text: &str) -> Result<SizeBudget, String> {
    toml::from_str::<Budgets>(text).map(|budgets| budgets.size).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budgets_of_the_project_can_be_read_and_an_aim_is_below_its_limit() {
        let budget = size(&crate::command::root()).unwrap();
        assert!(budget.wasm_and_glue_aim < budget.wasm_and_glue);
        assert!(budget.wasm_and_glue + budget.text_font < budget.first_load);
    }

    #[test]
    fn a_missing_limit_is_an_error_and_not_a_free_pass() {
        assert!(parse("[size]\nwasm_and_glue = 1\n").unwrap_err().contains("missing field"));
    }
}
