// A rehearsal: invented people, invented evidence, a book of its own kind, signatures by certificates made on the spot.
import type { Hash } from '../../shared/base/ids.ts';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { SessionForm } from '../../shared/contract/methods.ts';
import { DEFAULT_RULES } from '../../shared/council/default-rules.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { makeThrowAwayCertificates } from '../signing/throw-away-certificates.ts';
import { takeEvidence } from './evidence-folder.ts';
import type { FindSet } from './library.ts';
import type { LiveBook } from './live-book.ts';
import { type SignatureField, signerOf, signWithPkcs12, type Told } from './minutes-file.ts';
import { rehearsalMembers, rehearsalPlatform } from './rehearsal-people.ts';
import type { Surroundings } from './surroundings.ts';

/** As the invented evidence has them: everything is met but the share of users, so that the third outcome is seen. */
const inventedValue = (unit: string, tags: readonly string[]): string =>
  tags.includes('popularity') ? '45.5' : unit === '%' ? '99.97' : '3';

export async function rehearsalForm(
  around: Surroundings,
  find: FindSet,
  criteria: string,
): Promise<Result<SessionForm>> {
  const set = await find(criteria);
  if (set === undefined) return refuse('criteria-unknown');
  const date = around.now().toISOString().slice(0, 10);
  const evidence = await takeEvidence(around.store, around.samples, date);
  if (!evidence.ok) return evidence;
  const measured = criteriaOf(set).filter((criterion) => criterion.kind === 'measured');
  return ok({
    kind: 'rehearsal',
    subject: 'Diễn tập đánh giá nền tảng số',
    superior: '',
    council: 'HỘI ĐỒNG DIỄN TẬP',
    decision: { number: '00/QĐ-DIỄN TẬP', date, body: 'Cơ quan diễn tập' },
    place: 'Phòng họp diễn tập',
    symbol: 'BB-DT',
    criteria: criteria as Hash,
    thresholds: measured
      .filter(({ threshold }) => threshold === null)
      .map(({ id }) => ({ criterion: id, threshold: '99', source: 'Số liệu diễn tập' })),
    rules: DEFAULT_RULES,
    members: [...rehearsalMembers(7)],
    platforms: [
      {
        ...rehearsalPlatform(
          1,
          measured.map(({ id, unit, tags }) => ({ criterion: id, value: inventedValue(unit, tags) })),
        ),
        evidence: evidence.value,
      },
    ],
  });
}

/** Only in a rehearsal: a real session is never signed by a certificate that nobody issued. */
export async function signInRehearsal(
  around: Surroundings,
  live: LiveBook,
  field: SignatureField,
  told: Told = () => {},
): Promise<Result<{ readonly sha256: string }>> {
  if (live.state.opened?.bookKind !== 'rehearsal') return refuse('rehearsal-only');
  const seat = signerOf(live, field);
  const name = seat === undefined ? undefined : live.state.persons[seat]?.name;
  if (name === undefined) return refuse('signers-missing');
  const made = await makeThrowAwayCertificates([{ name, organisation: live.state.described?.council ?? '' }], {
    at: around.now(),
    random: around.ciphers.random,
  });
  const [signer] = made.signers;
  return signer
    ? await signWithPkcs12(around, live, field, signer.pkcs12, signer.password, told)
    : refuse('signers-missing');
}
