// How much of one file is read, so that no file takes the machine from the meeting; what is left out is said.

/** Characters are UTF-16 units. A page of print has 2,000 to 3,000, a thesis of 400 pages one million. */
export const READ_LIMITS = {
  /** Pages of a PDF: of a larger one the first are read. */
  pages: 10_000,
  characters: 6_000_000,
  /** A part of a document, unpacked, bytes. */
  part: 48 * 1024 * 1024,
  /** Parts of an archive. */
  parts: 5_000,
  /** Text files: bytes read from the beginning. */
  text: 16 * 1024 * 1024,
  /** A workbook is held whole, bytes. */
  workbook: 32 * 1024 * 1024,
  /** Bytes of a PDF: its reader sets aside as many addresses. */
  pdf: 1024 * 1024 * 1024,
  blocks: 40_000,
  /** Of a paragraph or a cell. */
  piece: 32_768,
  rows: 50_000,
  columns: 200,
  /** Milliseconds after which a file that can be read in part is left where it is. */
  soft: 60_000,
  /** Milliseconds after which its worker is ended. */
  hard: 75_000,
  /** Megabytes of heap of the worker. */
  heap: 512,
} as const;

/** A stretch of a plain file as it goes over a link. */
export const STRETCH = { pieces: 200, characters: 100_000 } as const;
