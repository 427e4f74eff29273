// What the window lets through: addresses of its own, files, places outside, names of saved files, words of a start.
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileNameFor, saveDialog } from '../../../electron/desk/downloads.ts';
import { externalLink } from '../../../electron/desk/external-links.ts';
import { isOwnFile, isOwnFrame, isOwnPage } from '../../../electron/desk/own-page.ts';
import { isGranted } from '../../../electron/desk/permissions.ts';
import { dataFolder, pageAsked } from '../../../electron/desk/start-words.ts';
import { sentences } from '../../../shared/lang/say.ts';

const FOREIGN = [
  'https://desk/index.html',
  'app://desk.example/index.html',
  'app://desk@evil/index.html',
  'app://evil@desk/index.html',
  'app://evil/index.html',
  'apps://desk/index.html',
  'file:///index.html',
  'about:blank',
  'javascript:1',
  'data:text/html,<p>',
  'blob:app://desk/1',
  '//desk/index.html',
  '',
];

describe('addresses', () => {
  test('[DK5] only the page itself is gone to', () => {
    for (const url of ['app://desk/', 'app://desk/index.html', 'app://desk/index.html?2#/new', 'app://desk/stopped'])
      expect(isOwnPage(url), url).toBe(true);
    for (const url of [...FOREIGN, 'app://desk/assets/x.js', 'app://desk/upload', `app://desk/blob/${'a'.repeat(64)}`])
      expect(isOwnPage(url), url).toBe(false);
  });

  test('[DK5] a file of ours is saved, one of others is not', () => {
    expect(isOwnFile(`app://desk/blob/${'a'.repeat(64)}?ticket=x`)).toBe(true);
    for (const url of [...FOREIGN, 'app://desk/index.html', 'app://evil/blob/x', 'https://desk/blob/x'])
      expect(isOwnFile(url), url).toBe(false);
  });

  test('[DK1] only the page of the window speaks, no frame in it and nobody who has left', () => {
    expect(isOwnFrame({ url: 'app://desk/index.html#/new', parent: null })).toBe(true);
    expect(isOwnFrame(null)).toBe(false);
    expect(isOwnFrame({ url: 'app://desk/index.html', parent: {} })).toBe(false);
    for (const url of FOREIGN) expect(isOwnFrame({ url, parent: null }), url).toBe(false);
  });

  test('[DK5] outside opens what is https and on the list, and nothing that only looks so', () => {
    expect(externalLink('https://vanban.chinhphu.vn/?pageid=27160')).toBe('https://vanban.chinhphu.vn/?pageid=27160');
    for (const url of [
      'http://vanban.chinhphu.vn/',
      'https://vanban.chinhphu.vn.evil.example/',
      'https://vanban.chinhphu.vn@evil.example/',
      'https://x:y@vanban.chinhphu.vn/',
      'https://vanban.chinhphu.vn:444/',
      'https://evil.example/#https://vbpl.vn',
      'file:///etc/passwd',
      'smb://vbpl.vn/x',
      'ms-msdt:/id',
      'javascript:alert(1)',
      'vbpl.vn',
      '',
    ])
      expect(externalLink(url), url).toBeUndefined();
  });

  test('[DK6] a page keeps its own store, and is granted nothing else', () => {
    expect(isGranted('persistent-storage', 'app://desk/')).toBe(true);
    for (const asked of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'hid',
      'fullscreen',
    ])
      expect(isGranted(asked, 'app://desk/'), asked).toBe(false);
    for (const url of FOREIGN) expect(isGranted('persistent-storage', url), url).toBe(false);
  });
});

describe('the name of a saved file', () => {
  test.each([
    ['bien-ban-1a2b3c4d.pdf', 'bien-ban-1a2b3c4d.pdf'],
    ['Báo cáo khảo sát (bản cuối).pdf', 'Báo cáo khảo sát (bản cuối).pdf'],
    ['Bie\u0302n ba\u0309n.pdf', 'Biên bản.pdf'],
    ['../../.ssh/authorized_keys', '_.._.ssh_authorized_keys'],
    ['C:\\Windows\\x.dll', 'C__Windows_x.dll'],
    ['a\u0000b\nc.pdf', 'a_b_c.pdf'],
    ['.hidden', 'hidden'],
    ['nul.pdf', '_nul.pdf'],
    ['COM1', '_COM1'],
    ['minutes.pdf. . ', 'minutes.pdf'],
    ['...', 'tep'],
    ['', 'tep'],
  ])('[DK11] %j is saved as %j', (given, name) => {
    expect(fileNameFor(given)).toBe(name);
  });

  test('[DK11] a long one is cut, its ending kept', () => {
    const name = fileNameFor(`${'ậ'.repeat(400)}.pdf`);
    expect([name.length, name.endsWith('ậ.pdf')]).toEqual([150, true]);
  });

  test('[DK11] the dialog asks in the language of the page, under the name of the file', () => {
    const [vi, en] = [saveDialog('a/b.pdf', '/home/x', sentences('vi')), saveDialog('a', '/home/x', sentences('en'))];
    expect([vi.title, vi.defaultPath, vi.filters]).toEqual([
      'Lưu tệp',
      join('/home/x', 'a_b.pdf'),
      [{ name: 'PDF', extensions: ['pdf'] }],
    ]);
    expect([en.title, en.filters]).toEqual(['Save the file', []]);
  });
});

describe('the words of a start', () => {
  test('[DK13] name the page to begin with; the last one counts', () => {
    expect(pageAsked(['hoidong', '.', '--new', '--check'])).toBe('/check');
    expect(pageAsked(['hoidong', '--inspect', 'new', '__proto__', 'constructor'])).toBeUndefined();
  });

  test('[DK13] HOIDONG_DATA names the folder of the data', () => {
    expect(dataFolder({ HOIDONG_DATA: 'x' }, '/u')).toBe(resolve('x'));
    expect([dataFolder({}, '/u'), dataFolder({ HOIDONG_DATA: '' }, '/u')]).toEqual(['/u', '/u']);
  });
});
