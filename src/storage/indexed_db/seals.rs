//! Seals: what nobody may read yet lies on the device under a key that no script can read, and is gone for good
//! when the key is forgotten.
//!
//! The key lies beside the device facts as a key of the browser's own, which uses it and never hands it out.
//! An engine that cannot keep such a key (WebKit on Linux) keeps its bytes instead; there the seal hides the
//! text from whoever looks at the records, and not from whoever looks for the key.

use idb::Request as _;
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey, SubtleCrypto};

use super::transaction::Begun;
use super::{IndexedDbStore, META, RECORDS, StorageError};

const ALGORITHM: &str = "AES-GCM";
/// AES-256.
const KEY_BYTES: usize = 32;
/// What AES-GCM asks for.
const NONCE_BYTES: usize = 12;

/// The seals of this browser.
pub struct Seals(IndexedDbStore);

impl Seals {
    /// The seals beside the app's own records. Nothing is opened before the first use.
    #[must_use]
    pub fn of_device() -> Self {
        Self(IndexedDbStore::new())
    }

    /// Makes a fresh key and keeps it under a name.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`] where the browser has no cryptography for this page; others by the store.
    pub async fn make_key(&self, name: &str) -> Result<(), StorageError> {
        let mut bytes = [0; KEY_BYTES];
        let _ = crypto()?.get_random_values_with_u8_array(&mut bytes).map_err(unexpected)?;
        let key = imported(&bytes).await?;
        if self.keep(name, &key).await.is_ok() && self.kept(name).await.is_ok() {
            return Ok(());
        }
        self.keep(name, &Uint8Array::from(&bytes[..])).await
    }

    /// Seals bytes under a key: another seal each time, for the same bytes too.
    ///
    /// # Errors
    /// [`StorageError`] where the key is gone or the browser refuses.
    pub async fn seal(&self, name: &str, plain: &[u8]) -> Result<Vec<u8>, StorageError> {
        let key = self.kept(name).await?;
        let mut nonce = [0; NONCE_BYTES];
        let _ = crypto()?.get_random_values_with_u8_array(&mut nonce).map_err(unexpected)?;
        let data = Uint8Array::from(plain);
        let promise = subtle()?.encrypt_with_object_and_buffer_source(&under(&nonce), &key, &data);
        let sealed = JsFuture::from(promise.map_err(unexpected)?).await.map_err(unexpected)?;
        let mut whole = nonce.to_vec();
        whole.extend(Uint8Array::new(&sealed).to_vec());
        Ok(whole)
    }

    /// Opens what [`Seals::seal`] made.
    ///
    /// # Errors
    /// [`StorageError`] where the key is gone, or where this is not what was sealed.
    pub async fn open(&self, name: &str, sealed: &[u8]) -> Result<Vec<u8>, StorageError> {
        let key = self.kept(name).await?;
        let Some((nonce, data)) = sealed.split_at_checked(NONCE_BYTES) else {
            return Err(StorageError::Unexpected("the seal is too short".to_owned()));
        };
        let data = Uint8Array::from(data);
        let promise = subtle()?.decrypt_with_object_and_buffer_source(&under(nonce), &key, &data);
        let plain = JsFuture::from(promise.map_err(unexpected)?).await.map_err(unexpected)?;
        Ok(Uint8Array::new(&plain).to_vec())
    }

    /// Forgets a key, and with it everything that it sealed.
    ///
    /// # Errors
    /// [`StorageError`] by the store.
    pub async fn forget(&self, name: &str) -> Result<(), StorageError> {
        let name = place(name);
        self.0
            .run(move |database, _| {
                let (begun, _, meta) = Begun::writing(database, RECORDS, META)?;
                let _ = meta.delete(JsValue::from_str(&name))?;
                begun.giving(|| Ok(()))
            })
            .await
    }

    async fn keep(&self, name: &str, key: &JsValue) -> Result<(), StorageError> {
        let (name, key) = (place(name), key.clone());
        self.0
            .run(move |database, _| {
                let (begun, _, meta) = Begun::writing(database, RECORDS, META)?;
                let _ = meta.put(&key, Some(&JsValue::from_str(&name)))?;
                begun.giving(|| Ok(()))
            })
            .await
    }

    /// The key of a name, to be used.
    async fn kept(&self, name: &str) -> Result<CryptoKey, StorageError> {
        let name = place(name);
        let found: JsValue = self
            .0
            .run(move |database, _| {
                let (begun, meta) = Begun::reading(database, META)?;
                let request = meta.get(JsValue::from_str(&name))?;
                begun.giving(move || request.result())
            })
            .await?;
        match found.dyn_into::<CryptoKey>() {
            Ok(key) => Ok(key),
            Err(other) => match other.dyn_into::<Uint8Array>() {
                Ok(bytes) => imported(&bytes.to_vec()).await?.dyn_into().map_err(unexpected),
                Err(_) => Err(StorageError::Unexpected("the key of the seal is gone".to_owned())),
            },
        }
    }
}

/// Where a key lies, apart from the device facts.
fn place(name: &str) -> String {
    format!("key-{name}")
}

fn crypto() -> Result<Crypto, StorageError> {
    web_sys::window().and_then(|window| window.crypto().ok()).ok_or(StorageError::Unavailable)
}

/// Only pages that came over a safe way have it.
fn subtle() -> Result<SubtleCrypto, StorageError> {
    let crypto = crypto()?;
    let there = Reflect::get(&crypto, &"subtle".into()).is_ok_and(|subtle| subtle.is_object());
    if there { Ok(crypto.subtle()) } else { Err(StorageError::Unavailable) }
}

/// A key that the browser uses and never hands out.
async fn imported(bytes: &[u8]) -> Result<JsValue, StorageError> {
    let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
    let bytes = Uint8Array::from(bytes);
    let promise = subtle()?.import_key_with_str("raw", &bytes, ALGORITHM, false, &uses);
    JsFuture::from(promise.map_err(unexpected)?).await.map_err(unexpected)
}

fn under(nonce: &[u8]) -> Object {
    let how = Object::new();
    for (key, value) in [("name", JsValue::from_str(ALGORITHM)), ("iv", Uint8Array::from(nonce).into())] {
        // It cannot fail on an object of our own.
        let _ = Reflect::set(&how, &key.into(), &value);
    }
    how
}

fn unexpected(reason: JsValue) -> StorageError {
    StorageError::Unexpected(format!("{reason:?}"))
}
