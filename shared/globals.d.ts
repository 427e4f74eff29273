// The two WHATWG codecs are pure and stand in every engine that runs us; nothing else of the platform is known here.
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label: 'utf-8', options: { fatal: true; ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}
