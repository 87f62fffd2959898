//! JSON Schema of every kind of file below `content/`, made from the types that read it, so that an author's
//! editor says what belongs where. The finer rules are those of `content check`.

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};

use super::lesson::LessonDraft;
use crate::content::{
    Case, CaseWords, ContentError, Deck, DeckWords, GuideWords, IsbarCall, IsbarCallWords, Law, LawWords,
    LearningPath, LessonWords, PathWords, Rule, RuleWords, Scenario, ScenarioWords, Standard, StandardWords,
    Term, TermWords, Value, ValueWords,
};

/// A schema as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schema {
    /// Its name: `<kind>.schema.json`.
    pub name: String,
    /// The JSON, with a line break at its end.
    pub json: String,
}

/// A schema for each kind of file, in order. The same types give the same bytes.
///
/// # Errors
/// Where a schema cannot be written as JSON, which none of the types of content can cause.
pub fn schemas() -> Result<Vec<Schema>, ContentError> {
    Ok(vec![
        schema::<Case>("case")?,
        schema::<CaseWords>("case-words")?,
        schema::<Deck>("deck")?,
        schema::<DeckWords>("deck-words")?,
        schema::<GuideWords>("guide-words")?,
        schema::<IsbarCall>("isbar")?,
        schema::<IsbarCallWords>("isbar-words")?,
        schema::<Law>("law")?,
        schema::<LawWords>("law-words")?,
        schema::<LessonDraft>("lesson")?,
        schema::<LessonWords>("lesson-words")?,
        schema::<LearningPath>("path")?,
        schema::<PathWords>("path-words")?,
        schema::<Rule>("rule")?,
        schema::<RuleWords>("rule-words")?,
        schema::<Scenario>("scenario")?,
        schema::<ScenarioWords>("scenario-words")?,
        schema::<Standard>("standard")?,
        schema::<StandardWords>("standard-words")?,
        schema::<Term>("term")?,
        schema::<TermWords>("term-words")?,
        schema::<Value>("value")?,
        schema::<ValueWords>("value-words")?,
    ])
}

/// The schema of a kind of file that is not below `content/`.
///
/// # Errors
/// As [`schemas`].
pub fn schema_of<T: JsonSchema>(kind: &str) -> Result<Schema, ContentError> {
    schema::<T>(kind)
}

fn schema<T: JsonSchema>(kind: &str) -> Result<Schema, ContentError> {
    let generator = SchemaGenerator::new(SchemaSettings::draft2020_12());
    let schema = generator.into_root_schema_for::<T>();
    let json = serde_json::to_string_pretty(&schema)
        .map_err(|error| ContentError::Unreadable { reason: error.to_string() })?;
    Ok(Schema { name: format!("{kind}.schema.json"), json: json + "\n" })
}
