//! `serve --lan`: https for tablets on the same network, with a certificate authority of this machine's own.
