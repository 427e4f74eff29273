// The content of the minutes (form 1.9 of Decree 30/2020/NĐ-CP): what stands on the page, without any layout.

/**
 * A paragraph of the body. `parts` alternate freely; a part with `fact` is a value that the book gives and that no
 * editor may touch. `entries` are hashes of the entries it was computed from.
 */
export type Part = string | { readonly fact: string; readonly value: string; readonly entries?: readonly string[] };

export type Paragraph = {
  /** Stable name of the sentence, so that the editor can point at it. */
  readonly id: string;
  readonly parts: readonly Part[];
  /** Set flush and bold, as a heading inside `Nội dung`. */
  readonly heading?: boolean;
};

/** One labelled field of the form, in the order of the form ("Thời gian bắt đầu:", "Địa điểm:" …). */
export type Field = { readonly id: string; readonly label: string; readonly paragraphs: readonly Paragraph[] };

/** How a column wants its room: `mark` holds one or two letters, `text` takes what is left. */
export type Column = {
  readonly label: string;
  readonly width: 'number' | 'mark' | 'short' | 'text' | 'hash';
  readonly align: 'left' | 'center';
};

export type Row = {
  readonly cells: readonly string[];
  /** `group` spans the whole width and is bold, `note` spans it and is plain; `total` is bold. */
  readonly style?: 'group' | 'note' | 'total';
};

export type Table = { readonly caption?: string; readonly columns: readonly Column[]; readonly rows: readonly Row[] };

/** Appendices stand in the same file, under Roman numbers, so that one signature covers all (domain: section 5). */
export type Appendix = {
  /** 'I', 'II' … */
  readonly number: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly tables: readonly Table[];
  readonly landscape: boolean;
};

export type Signatory = {
  /** Name of the signature field in the file. */
  readonly field: 'ThuKy' | 'ChuToa';
  /** 'THƯ KÝ', 'CHỦ TỌA'. */
  readonly title: string;
  /** Under the title, for example 'CHỦ TỊCH HỘI ĐỒNG'; may be empty. */
  readonly role: string;
  readonly name: string;
};

export type Minutes = {
  readonly form: 'hoidong/minutes/1';
  /** A rehearsal is marked on every page and can never pass for a real one. */
  readonly kind: 'session' | 'rehearsal';
  /** Head, left: the superior agency (may be empty) over the council. */
  readonly superior: string;
  readonly council: string;
  /** 'Số: 05/BB-HĐĐG' or with dots where the agency's document system will give the number. */
  readonly number: string;
  /** 'BIÊN BẢN' and the name of the meeting under it. */
  readonly title: string;
  readonly subject: string;
  readonly fields: readonly Field[];
  /** The last sentence with hour, day, month and year, ending './.'. */
  readonly closing: Paragraph;
  readonly signatories: readonly Signatory[];
  /** Lines of 'Nơi nhận:', the last one '- Lưu: VT, …'. */
  readonly recipients: readonly string[];
  readonly appendices: readonly Appendix[];
  /** First 16 hex digits of the book's id and of the cut's head: printed small at the foot, to find the book again. */
  readonly mark: string;
};

export const textOfPart = (part: Part): string => (typeof part === 'string' ? part : part.value);
export const textOf = (paragraph: Paragraph): string => paragraph.parts.map(textOfPart).join('');
