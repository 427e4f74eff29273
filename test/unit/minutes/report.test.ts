// The report of a hired unit, through the real host: one field, one signature that certifies and locks, and it verifies.
import { expect, test, vi } from 'vitest';
import { hold } from '../../../electron/command/played-meeting.ts';
import { sealAndSign, writeMinutes } from '../../../electron/command/played-minutes.ts';
import { verifyPdf } from '../../../electron/signing/verify-pdf.ts';
import { DEFAULT_RULES } from '../../../shared/council/default-rules.ts';
import type { CouncilRules } from '../../../shared/council/rules.ts';
import { afterwards, authority, bookOf, broken, checking, council, fileOf, sampleSet } from '../../helpers/played.ts';

vi.setConfig({ testTimeout: 120_000 });

const HIRED: CouncilRules = {
  ...DEFAULT_RULES,
  body: 'hired-unit',
  quorum: { ...DEFAULT_RULES.quorum, secretary: 'not-required' },
  secrecy: 'open',
  shares: 'none',
};

test('[MB18] a report is sealed with one field and signed by one; nobody signs as a secretary', async () => {
  const played = await council({
    set: await sampleSet('mau-1230'),
    form: (plain) => ({
      ...plain,
      rules: HIRED,
      members: plain.members
        .filter(({ role }) => role === 'chair' || role === 'secretary')
        .map((member) => (member.role === 'secretary' ? { ...member, role: 'administrative-secretary' } : member)),
    }),
  });
  const { renderer, check } = checking();
  try {
    const { meeting, form } = played;
    await hold(meeting);
    await writeMinutes(meeting);
    const name = form.members.find(({ role }) => role === 'chair')?.name ?? '';
    const { root, signers } = await authority(form, [name, name]);
    const pdf = await fileOf(played, await sealAndSign(meeting, signers));
    const { state } = await bookOf(played);
    expect(Object.keys(state.minutes.signers)).toEqual(['ChuToa']);
    const pkcs12 = Buffer.from(signers.ThuKy.pkcs12).toString('base64url');
    const again = await meeting.desk.call('minutes.sign', {
      book: meeting.book,
      field: 'ThuKy',
      pkcs12,
      password: signers.ThuKy.password,
    });
    expect(again.ok ? 'ok' : again.refusal.code).toBe('signature-field-missing');
    const signed = await verifyPdf(pdf, { roots: [root], at: afterwards, strict: true });
    expect(signed.signatures.map(({ field, certifies }) => [field, certifies])).toEqual([['ChuToa', 2]]);
    expect([signed.emptyFields, signed.accepted]).toEqual([[], true]);
    const report = await check(pdf, root);
    expect(broken(report)).toBe('');
    expect(report.holds).toBe(true);
  } finally {
    await renderer.close();
    await played.close();
  }
});
