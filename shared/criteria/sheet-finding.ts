// What is found wrong or worth saying in a spreadsheet before its criteria are looked at.

export type SheetFindingCode =
  // the archive
  | 'zip-broken'
  | 'zip-encrypted'
  | 'zip-name'
  | 'zip-entries'
  | 'zip-inflated'
  | 'zip-ratio'
  // the workbook
  | 'xlsx-old'
  | 'xlsx-none'
  | 'xlsx-broken'
  | 'xlsx-doctype'
  | 'xlsx-macros'
  | 'xlsx-links'
  | 'xlsx-objects'
  | 'xlsx-comments'
  | 'sheet-hidden'
  | 'rows-hidden'
  | 'cells-formulas'
  | 'cell-error'
  // its cells
  | 'sheet-rows'
  | 'sheet-columns'
  | 'sheet-cells'
  | 'sheet-text'
  | 'cell-long'
  | 'csv-broken'
  // what stands where
  | 'sheet-unread'
  | 'heading-none'
  | 'mapping-sheet'
  | 'mapping-column'
  | 'mapping-twice'
  | 'column-unmapped'
  | 'label-unknown'
  | 'label-twice'
  | 'level-malformed'
  | 'condition-malformed'
  | 'number-ambiguous'
  | 'flag-malformed'
  | 'group-renamed'
  // what was assumed
  | 'groups-assumed'
  | 'ids-assumed'
  | 'kinds-assumed'
  | 'name-assumed'
  | 'version-assumed'
  | 'outcomes-assumed'
  // what a sheet cannot keep
  | 'csv-keeps'
  | 'cell-too-long-to-write'
  // reading apart
  | 'file-time'
  | 'file-memory';
