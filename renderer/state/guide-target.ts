// Finds the control that the guide speaks of by the very words it bears on the screen, and takes the focus there.
import type { SessionView } from '../../shared/contract/views.ts';
import type { Sentence } from '../../shared/lang/say.ts';
import type { GuideAct } from './guide-steps.ts';
import { platformAtHand } from './session.ts';

/** The words on the control of each act; none where there is nothing to press. */
export function controlWords(act: GuideAct, session: SessionView, t: Sentence): string | undefined {
  switch (act) {
    case 'open':
      return t('attendance.open');
    case 'call':
      return t('attendance.all');
    case 'declare':
      return t('declare.clear');
    case 'round':
      return t('scoring.open', { name: platformAtHand(session)?.name ?? '' });
    case 'mark':
      return t('mark.met');
    case 'fill':
      return t('guide.fill');
    case 'cast':
      return t('scoring.cast');
    case 'close':
      return t('reveal.close');
    case 'reveal':
      return t('reveal.reveal');
    case 'put':
      return t('conclusion.put');
    case 'vote-open':
      return t('conclusion.vote.open');
    case 'vote':
      return t('choice.agree');
    case 'vote-close':
      return t('conclusion.vote.close');
    case 'write':
    case 'rewrite':
      return t('minutes.write');
    case 'approve':
      return t('minutes.approve');
    case 'end':
      return t('signing.step.close');
    case 'seal':
      return t('signing.step.seal');
    case 'sign-secretary':
      return t('signing.rehearse', { title: t('signing.sign.ThuKy') });
    case 'sign-chair':
      return t('signing.rehearse', { title: t('signing.sign.ChuToa') });
    default:
      return undefined;
  }
}

const PRESSED = 'button, a[href], label';
const wordsOf = (element: Element): string =>
  (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** A label stands for the field in it; what is off cannot take the focus. */
export function controlIn(screen: ParentNode, words: string): HTMLElement | undefined {
  for (const element of screen.querySelectorAll<HTMLElement>(PRESSED)) {
    if (wordsOf(element) !== words) continue;
    const control = element.matches('label') ? element.querySelector<HTMLElement>('input') : element;
    if (control !== null && !control.matches(':disabled')) return control;
  }
  return undefined;
}

/** A screen that has just been asked for needs a moment until it stands there. */
const PATIENCE = 40;

/**
 * Focuses the control, on the screen or in the guide itself; the screen where it is not there. `wait` is given the next
 * try.
 */
export function focusOn(words: string | undefined, wait: (next: () => void) => void, tries = PATIENCE): void {
  const screen = document.getElementById('main');
  const places = [screen, document.querySelector('.guide')].filter((place) => place !== null);
  const [control] = words === undefined ? [] : places.flatMap((place) => controlIn(place, words) ?? []);
  if (control === undefined && words !== undefined && tries > 0) {
    wait(() => focusOn(words, wait, tries - 1));
    return;
  }
  const found = control ?? screen;
  found?.focus();
  if (control !== undefined) control.scrollIntoView({ block: 'nearest' });
}
