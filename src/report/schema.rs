//! The shape of format 1 as a JSON Schema, for editors and other programs.

use serde_json::{Map, Value, json};

use super::shape::{Kind, REPORT, Shape, YEARS};
use crate::text::Lang;

/// The schema of a file of format 1 (JSON Schema 2020-12), described in `lang`.
pub fn schema(lang: Lang) -> Value {
    let mut shapes = Map::new();
    define(&REPORT, lang, &mut shapes);
    let title = match lang {
        Lang::Zh => "速览的报告，格式 1",
        Lang::En => "Reports of sulan, format 1",
    };
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "oneOf": [reference(&REPORT), {"type": "array", "minItems": 1, "items": reference(&REPORT)}],
        "$defs": shapes,
    })
}

fn reference(shape: &Shape) -> Value {
    json!({"$ref": format!("#/$defs/{}", shape.name)})
}

/// Adds `shape` and what it holds.
fn define(shape: &Shape, lang: Lang, shapes: &mut Map<String, Value>) {
    if shapes.contains_key(shape.name) {
        return;
    }
    shapes.insert(shape.name.to_owned(), Value::Null);
    let mut properties = Map::new();
    for field in shape.fields {
        if let Kind::Object(inner) | Kind::List(inner) = field.kind {
            define(inner, lang, shapes);
        }
        let mut value = of_kind(field.kind);
        if field.may_be_null() {
            value = json!({"anyOf": [value, {"type": "null"}]});
        }
        if let Some(value) = value.as_object_mut() {
            value.insert("description".to_owned(), field.means.get(lang).into());
        }
        properties.insert(field.name.to_owned(), value);
    }
    let needed: Vec<&str> = shape.fields.iter().filter(|field| field.is_needed()).map(|field| field.name).collect();
    let shape_value = json!({
        "type": "object",
        "description": shape.means.get(lang),
        "required": needed,
        "properties": properties,
    });
    shapes.insert(shape.name.to_owned(), shape_value);
}

fn of_kind(kind: Kind) -> Value {
    match kind {
        Kind::Text => json!({"type": "string"}),
        Kind::Id => json!({"type": "string", "pattern": r"^[^\s/,]+$"}),
        Kind::Number => json!({"type": "number"}),
        Kind::Whole(least, most) if least == most => json!({"const": least}),
        Kind::Whole(least, most) => json!({"type": "integer", "minimum": least, "maximum": most}),
        Kind::Years => json!({"anyOf": [
            {"type": "integer", "minimum": YEARS.start(), "maximum": YEARS.end()},
            {"type": "string", "pattern": "^[0-9]{4}-[0-9]{4}$"},
        ]}),
        Kind::Switch => json!({"type": "boolean"}),
        Kind::OneOf(values) => json!({"enum": values}),
        Kind::Texts => json!({"type": "array", "items": {"type": "string"}}),
        Kind::Groups => json!({"type": "array", "items": {"type": "array", "items": {"type": "string"}}}),
        Kind::Object(shape) => reference(shape),
        Kind::List(shape) => json!({"type": "array", "items": reference(shape)}),
    }
}
