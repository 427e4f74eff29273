// The headers that tell a browser what a page of ours, or a file somebody brought in, may do.

const nothingElse = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

/** React Aria Components puts one small style element into the page; its hash keeps 'unsafe-inline' out. */
const ARIA_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** `connect-src 'self'` covers the WebSocket of the same origin. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${ARIA_STYLE}`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  // Recordings among the evidence, played by the browser's own controls from our own origin.
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

export const pageHeaders = {
  ...nothingElse,
  'content-security-policy': PAGE_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Bytes of others: opened in a tab of their own they run nothing, load nothing and are of no origin. */
export const blobHeaders = {
  ...nothingElse,
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
};
