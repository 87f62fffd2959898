//! The certificate authority of this machine: made once, kept in the user's cache folder, out of git.
//!
//! It is good for private networks only, so that whoever takes its key cannot pretend to be a site on the
//! internet to a tablet that trusts it.

use std::net::Ipv4Addr;
use std::path::Path;
use std::time::{Duration, SystemTime};

use rcgen::{
    BasicConstraints, CertificateParams, CidrSubnet, DnType, ExtendedKeyUsagePurpose, GeneralSubtree, IsCa,
    Issuer, KeyPair, KeyUsagePurpose, NameConstraints,
};

use crate::tools::cache_folder;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// The networks that an authority may speak for: private, shared, link-local and example addresses, none of
/// which exists on the internet.
const NETWORKS: [([u8; 4], u8); 8] = [
    ([10, 0, 0, 0], 8),
    ([172, 16, 0, 0], 12),
    ([192, 168, 0, 0], 16),
    ([127, 0, 0, 0], 8),
    ([100, 64, 0, 0], 10),
    ([169, 254, 0, 0], 16),
    ([192, 0, 2, 0], 24),
    ([198, 18, 0, 0], 15),
];

/// Whether the authority may speak for an address.
pub(super) fn may_speak_for(address: Ipv4Addr) -> bool {
    NETWORKS.iter().any(|(network, length)| {
        let mask = u32::MAX << (32 - length);
        address.to_bits() & mask == Ipv4Addr::from(*network).to_bits() & mask
    })
}

/// The authority, with its key.
pub(super) struct Authority {
    pem: String,
    issuer: Issuer<'static, KeyPair>,
}

/// A certificate and its key, both as PEM.
pub(super) struct Pair {
    pub(super) certificate: String,
    pub(super) key: String,
}

impl Authority {
    /// The authority of this machine, made the first time.
    pub(super) fn of_this_machine() -> Result<Self, String> {
        Self::in_folder(&cache_folder()?.join("lan"))
    }

    fn in_folder(folder: &Path) -> Result<Self, String> {
        let (certificate, secret) = (folder.join("ca.pem"), folder.join("ca.key.pem"));
        if let (Ok(pem), Ok(key)) = (std::fs::read_to_string(&certificate), std::fs::read_to_string(&secret))
        {
            let key = KeyPair::from_pem(&key).map_err(|error| format!("{}: {error}", secret.display()))?;
            return Ok(Self { pem, issuer: Issuer::new(about_authority(), key) });
        }
        let told = |error: std::io::Error| format!("{}: {error}", folder.display());
        let key = KeyPair::generate().map_err(|error| error.to_string())?;
        let pem = about_authority().self_signed(&key).map_err(|error| error.to_string())?.pem();
        std::fs::create_dir_all(folder).map_err(told)?;
        write_secret(&secret, &key.serialize_pem()).map_err(told)?;
        std::fs::write(&certificate, &pem).map_err(told)?;
        Ok(Self { pem, issuer: Issuer::new(about_authority(), key) })
    }

    /// The certificate that a device has to trust.
    pub(super) fn pem(&self) -> &str {
        &self.pem
    }

    /// A certificate for these names and addresses, for the coming months.
    pub(super) fn certificate_for(&self, names: &[String]) -> Result<Pair, String> {
        let told = |error: rcgen::Error| error.to_string();
        let mut about = CertificateParams::new(names).map_err(told)?;
        about.distinguished_name.push(DnType::CommonName, "Refleks");
        about.not_before = (SystemTime::now() - DAY).into();
        about.not_after = (SystemTime::now() + 90 * DAY).into();
        about.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        about.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        about.use_authority_key_identifier_extension = true;
        let key = KeyPair::generate().map_err(told)?;
        let certificate = about.signed_by(&key, &self.issuer).map_err(told)?;
        Ok(Pair { certificate: certificate.pem(), key: key.serialize_pem() })
    }
}

fn about_authority() -> CertificateParams {
    let mut about = CertificateParams::default();
    about.distinguished_name = rcgen::DistinguishedName::new();
    about.distinguished_name.push(DnType::CommonName, "Refleks on a local network");
    about.not_before = (SystemTime::now() - DAY).into();
    about.not_after = (SystemTime::now() + 3 * 365 * DAY).into();
    about.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    about.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    let networks = NETWORKS
        .map(|(address, length)| GeneralSubtree::IpAddress(CidrSubnet::from_v4_prefix(address, length)));
    let names = ["localhost", "local"].map(|name| GeneralSubtree::DnsName(name.into()));
    about.name_constraints = Some(NameConstraints {
        permitted_subtrees: networks.into_iter().chain(names).collect(),
        excluded_subtrees: Vec::new(),
    });
    about
}

/// Writes a file that only its owner may read, where the system knows of owners.
fn write_secret(file: &Path, text: &str) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    std::io::Write::write_all(&mut options.open(file)?, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustls::pki_types::pem::PemObject as _;
    use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
    use std::sync::Arc;

    fn folder(name: &str) -> std::path::PathBuf {
        std::env::temp_dir().join(format!("refleks-authority-{name}-{}", std::process::id()))
    }

    /// What a device that trusts the authority says when it is served `pair` at `name`.
    fn visit(authority: &Authority, pair: &Pair, name: &str) -> Result<(), rustls::Error> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut trusted = rustls::RootCertStore::empty();
        trusted.add(CertificateDer::from_pem_slice(authority.pem().as_bytes()).unwrap()).unwrap();
        let client = rustls::ClientConfig::builder_with_provider(Arc::clone(&provider))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(trusted)
            .with_no_client_auth();
        let server = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(
                vec![CertificateDer::from_pem_slice(pair.certificate.as_bytes()).unwrap()],
                PrivateKeyDer::from_pem_slice(pair.key.as_bytes()).unwrap(),
            )?;
        let name = ServerName::try_from(name.to_owned()).unwrap();
        let mut client = rustls::ClientConnection::new(Arc::new(client), name)?;
        let mut server = rustls::ServerConnection::new(Arc::new(server))?;
        while client.is_handshaking() {
            let mut wire = Vec::new();
            client.write_tls(&mut wire).unwrap();
            server.read_tls(&mut wire.as_slice()).unwrap();
            server.process_new_packets()?;
            let mut wire = Vec::new();
            server.write_tls(&mut wire).unwrap();
            client.read_tls(&mut wire.as_slice()).unwrap();
            client.process_new_packets()?;
        }
        Ok(())
    }

    #[test]
    fn a_device_that_trusts_the_authority_trusts_this_machine_also_after_a_restart() {
        let folder = folder("trust");
        let first = Authority::in_folder(&folder).unwrap();
        let again = Authority::in_folder(&folder).unwrap();
        let pair = again.certificate_for(&["192.168.1.20".into(), "tablet.local".into()]).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(first.pem(), again.pem());
        visit(&first, &pair, "192.168.1.20").unwrap();
        visit(&first, &pair, "tablet.local").unwrap();
        assert!(visit(&first, &pair, "192.168.1.21").is_err(), "another machine's address");
    }

    #[test]
    fn addresses_of_the_internet_are_not_spoken_for() {
        for (address, may) in [
            ([10, 1, 2, 3], true),
            ([172, 31, 255, 255], true),
            ([172, 32, 0, 0], false),
            ([192, 168, 0, 1], true),
            ([192, 169, 0, 1], false),
            ([100, 127, 1, 1], true),
            ([8, 8, 8, 8], false),
        ] {
            assert_eq!(may_speak_for(address.into()), may, "{address:?}");
        }
    }

    #[test]
    fn the_authority_cannot_speak_for_a_site_on_the_internet() {
        let folder = folder("limits");
        let authority = Authority::in_folder(&folder).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        for name in ["helsenorge.no", "8.8.8.8"] {
            let pair = authority.certificate_for(&[name.into()]).unwrap();
            assert!(visit(&authority, &pair, name).is_err(), "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_read_the_key() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = folder("secret");
        Authority::in_folder(&folder).unwrap();
        let mode = std::fs::metadata(folder.join("ca.key.pem")).unwrap().permissions().mode();
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(mode & 0o777, 0o600);
    }
}
