//! A record as a value of the browser, and back. Never fails on what it finds.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};

use super::super::{Body, Kind, Owner, Record, RecordId, Stored, Unreadable};
use super::BY_KIND;

const OWNER: &str = "owner";
const VERSION: &str = "version";
const REV: &str = "rev";
const HASH: &str = "hash";
const UPDATED: &str = "updated_ms";
const PAYLOAD: &str = "payload";
const FORGOTTEN: &str = "forgotten";

/// The largest whole number that a number of the browser holds exactly.
const LARGEST: f64 = 9_007_199_254_740_991.0;

pub(super) fn of_record(record: &Record) -> Result<JsValue, idb::Error> {
    let value = Object::new();
    let set = |key: &str, field: JsValue| Reflect::set(&value, &JsValue::from_str(key), &field);
    #[allow(clippy::cast_precision_loss, reason = "revisions and times are far below 2^53")]
    let number = |whole: u64| JsValue::from_f64(whole as f64);
    let all = [
        set(BY_KIND, record.kind.as_str().into()),
        set(OWNER, record.owner.to_name().into()),
        set(VERSION, record.version.into()),
        set(REV, number(record.rev)),
        set(HASH, record.hash.as_str().into()),
        set(UPDATED, number(record.updated_ms)),
        match &record.body {
            Body::Payload(bytes) => set(PAYLOAD, Uint8Array::from(bytes.as_slice()).into()),
            Body::Forgotten => set(FORGOTTEN, JsValue::TRUE),
        },
    ];
    all.into_iter().collect::<Result<Vec<bool>, JsValue>>().map_err(idb::Error::UpdateFailed)?;
    Ok(value.into())
}

pub(super) fn stored(id: RecordId, value: &JsValue) -> Stored {
    match record(&id, value) {
        Ok(record) => Stored::Record(record),
        Err(field) => {
            let kind = field_of(value, BY_KIND).as_string().map(|name| Kind::from_name(&name));
            Stored::Unreadable(Unreadable { id, kind, raw: raw(value), reason: format!("no `{field}`") })
        }
    }
}

/// What the browser has but cannot give.
pub(super) fn unreadable(id: RecordId, reason: String) -> Stored {
    Stored::Unreadable(Unreadable { id, kind: None, raw: Vec::new(), reason })
}

pub(super) fn rev_and_hash(value: &JsValue) -> Option<(u64, String)> {
    Some((whole(value, REV)?, field_of(value, HASH).as_string()?))
}

pub(super) fn id(key: JsValue) -> Option<RecordId> {
    key.as_string().map(RecordId::from)
}

pub(super) fn array(value: &JsValue) -> Array {
    value.dyn_ref::<Array>().cloned().unwrap_or_default()
}

fn record(id: &RecordId, value: &JsValue) -> Result<Record, &'static str> {
    let text = |key: &'static str| field_of(value, key).as_string().ok_or(key);
    let body = if field_of(value, FORGOTTEN).is_truthy() {
        Body::Forgotten
    } else {
        Body::Payload(bytes(&field_of(value, PAYLOAD)).ok_or(PAYLOAD)?)
    };
    Ok(Record {
        id: id.clone(),
        kind: Kind::from_name(&text(BY_KIND)?),
        owner: Owner::from_name(&text(OWNER)?).ok_or(OWNER)?,
        version: whole(value, VERSION).and_then(|n| u16::try_from(n).ok()).ok_or(VERSION)?,
        rev: whole(value, REV).ok_or(REV)?,
        hash: text(HASH)?.into(),
        updated_ms: whole(value, UPDATED).ok_or(UPDATED)?,
        body,
    })
}

fn field_of(value: &JsValue, key: &str) -> JsValue {
    // It fails on what is no object; then there is no such field either.
    Reflect::get(value, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
}

fn whole(value: &JsValue, key: &str) -> Option<u64> {
    let number = field_of(value, key).as_f64()?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked in the same line")]
    (number.fract() == 0.0 && (0.0..=LARGEST).contains(&number)).then_some(number as u64)
}

fn bytes(value: &JsValue) -> Option<Vec<u8>> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}

/// As much as can be told of a value that is no record.
fn raw(value: &JsValue) -> Vec<u8> {
    if let Some(bytes) = bytes(value).or_else(|| bytes(&field_of(value, PAYLOAD))) {
        return bytes;
    }
    if let Some(text) = value.as_string() {
        return text.into_bytes();
    }
    js_sys::JSON::stringify(value).ok().and_then(|text| text.as_string()).unwrap_or_default().into_bytes()
}
