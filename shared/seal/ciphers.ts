// The primitives that sealing is composed of; Node and the page each bring their own, under one acceptance suite.

/** All are composed of node:crypto or WebCrypto and kept libraries; none is written by us. */
export type Ciphers = {
  readonly sha256: (...parts: readonly Uint8Array[]) => Uint8Array;
  /** Cryptographically strong random bytes. */
  readonly random: (length: number) => Uint8Array;
  /** DEFLATE without a header (RFC 1951). */
  readonly deflateRaw: (data: Uint8Array) => Promise<Uint8Array>;
  /**
   * Rejects when the output would pass `limit` bytes (a small envelope must not unfold into memory), where the stream is
   * cut short, and where bytes come after its end: a ballot opens everywhere or nowhere.
   */
  readonly inflateRaw: (data: Uint8Array, limit: number) => Promise<Uint8Array>;
  /** AES-256-GCM, 96-bit nonce, 128-bit tag appended (NIST SP 800-38D). */
  readonly encrypt: (key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, aad: Uint8Array) => Promise<Uint8Array>;
  /** Rejects when the tag does not hold. */
  readonly decrypt: (key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, aad: Uint8Array) => Promise<Uint8Array>;
  /** HPKE base mode, one message (RFC 9180): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM; enc ‖ ciphertext. */
  readonly wrap: (recipient: Uint8Array, info: Uint8Array, plain: Uint8Array) => Promise<Uint8Array>;
  /** Base64url without padding, native where it exists: envelopes are long. */
  readonly toBase64: (bytes: Uint8Array) => string;
  /** Rejects all but the one spelling, like `fromBase64` of shared/base. */
  readonly fromBase64: (text: string) => Uint8Array;
};

/** What a device keeps to itself: it signs (Ed25519, RFC 8032) and opens what was wrapped for it. */
export type DeviceKeys = {
  /** Ed25519 public key, 32 bytes. */
  readonly key: Uint8Array;
  /** X25519 public key, 32 bytes. */
  readonly kem: Uint8Array;
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
  /** HPKE open of enc ‖ ciphertext; rejects when it is not for this device or this `info`. */
  readonly unwrap: (wrapped: Uint8Array, info: Uint8Array) => Promise<Uint8Array>;
};
