// Search in the text of evidence, in Vietnamese, the source.
export const searchVi = {
  'find.named': 'Tiêu chí, minh chứng, bước',
  'find.inside': '{number}. {title} · {platform}',
  'find.page': 'Trang {page}',
  'find.sheet': 'Trang tính {page}',
  'find.whole': 'Trong tệp',
  'find.more': 'Còn chỗ khớp khác trong minh chứng. Gõ thêm từ để thu hẹp.',
  'find.hits': '{count} chỗ khớp trong minh chứng',
  'find.reading': 'Để tìm trong nội dung, đã đọc {done}/{total} tệp minh chứng; chỗ khớp hiện thêm khi đọc tiếp.',
  'find.read': 'Tìm cả trong nội dung {total} tệp minh chứng.',
  'find.unread': '{count} tệp không tìm được hết',
} as const;
