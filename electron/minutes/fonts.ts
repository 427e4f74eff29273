// The four faces of Tinos (metrics of Times New Roman, every Vietnamese letter): where they lie and what is read of them.
import { createRequire } from 'node:module';
import path from 'node:path';

/** Absolute paths of whole TrueType files; cut (subset) web fonts will not do. */
export type FontPaths = {
  readonly normal: string;
  readonly bold: string;
  readonly italics: string;
  readonly bolditalics: string;
};

export type Face = keyof FontPaths;

/** Opened faces: what is needed before the layout, to refuse text and to size rules and columns. */
export type Faces = {
  readonly paths: FontPaths;
  /** True when every face draws the character. */
  readonly draws: (codePoint: number) => boolean;
  /** Width in points of one unbroken line, with the shaping that the layout itself uses. */
  readonly width: (text: string, size: number, face: Face) => number;
};

type OpenFont = {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string): { readonly advanceWidth: number };
};

/** @param assets absolute path of the assets folder of the application. */
export function fontsIn(assets: string): FontPaths {
  const file = (name: string) => path.join(assets, 'fonts', name);
  return {
    normal: file('Tinos_400Regular.ttf'),
    bold: file('Tinos_700Bold.ttf'),
    italics: file('Tinos_400Regular_Italic.ttf'),
    bolditalics: file('Tinos_700Bold_Italic.ttf'),
  };
}

/** Opens the faces by the very font library that the layout uses, reached through it: it is no package of ours. */
export function openFaces(paths: FontPaths): Faces {
  const pdfmake = createRequire(createRequire(import.meta.url).resolve('pdfmake'));
  const fontkit: { openSync(file: string): OpenFont } = createRequire(pdfmake.resolve('pdfkit'))('fontkit');
  const open: Record<Face, OpenFont> = {
    normal: fontkit.openSync(paths.normal),
    bold: fontkit.openSync(paths.bold),
    italics: fontkit.openSync(paths.italics),
    bolditalics: fontkit.openSync(paths.bolditalics),
  };
  const drawn = new Map<number, boolean>();
  const widths = new Map<string, number>();
  return {
    paths,
    draws(codePoint) {
      const known = drawn.get(codePoint);
      if (known !== undefined) return known;
      const all = Object.values(open).every((font) => font.hasGlyphForCodePoint(codePoint));
      drawn.set(codePoint, all);
      return all;
    },
    width(text, size, face) {
      const key = `${face} ${text}`;
      const font = open[face];
      const ems = widths.get(key) ?? font.layout(text).advanceWidth / font.unitsPerEm;
      if (widths.size < 20_000) widths.set(key, ems);
      return ems * size;
    },
  };
}
