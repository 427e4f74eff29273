// What is looked for in a page that stands still: each check runs in the page and returns one line per fault.

/** Runs in the page: one h1, one main, a trust bar or a wall around it, a language and a title that fit what is shown. */
export function structureFaults(language: string): string[] {
  const faults: string[] = [];
  const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
  const seen = (element: Element): boolean => element.getClientRects().length > 0;
  // A dialog hides the page behind it; then its own heading is what counts.
  const hidden = (element: Element): boolean => element.closest('[aria-hidden="true"], [inert]') !== null;
  const headings = all('h1').filter((element) => seen(element) && !hidden(element));
  const isDialog = all('[role="dialog"], dialog[open]').length > 0;
  if (headings.length !== 1 && !isDialog) faults.push(`${headings.length} h1`);
  if (headings.some((element) => element.textContent?.trim() === '')) faults.push('an h1 without words');
  if (all('main').length !== 1) faults.push(`${all('main').length} main`);
  if (document.documentElement.lang !== language) faults.push(`lang is ${document.documentElement.lang}`);
  if (document.title.trim() === '') faults.push('no title');
  if (document.querySelector('.house') !== null) {
    if (all('header').length === 0) faults.push('no header');
    if (all('section.trust-bar[aria-label]').length !== 1) faults.push('no trust bar');
    if (document.querySelector('.phases') !== null && all('nav[aria-label]').length === 0) faults.push('no nav');
  }
  return faults;
}

/** Runs in the page: nothing lies outside of what can be scrolled to, and the page itself scrolls in one direction. */
export function cutOffFaults(): string[] {
  const faults: string[] = [];
  const nameOf = (element: Element): string =>
    `${element.tagName.toLowerCase()}${[...element.classList].map((each) => `.${each}`).join('')} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
  const scrolls = (element: Element, axis: 'overflowX' | 'overflowY'): boolean =>
    /auto|scroll/.test(getComputedStyle(element)[axis]);
  // Kept for assistive technology only: clipped away, itself or the part it lies in.
  const isUnseen = (element: Element): boolean => {
    for (let each: Element | null = element; each !== null; each = each.parentElement)
      if (getComputedStyle(each).clipPath === 'inset(50%)') return true;
    return false;
  };
  const page = document.scrollingElement ?? document.documentElement;
  if (page.scrollWidth > page.clientWidth + 1) faults.push(`the page scrolls sideways: ${page.scrollWidth} px`);
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('.unseen, .skip, .textLayer, svg, [aria-hidden="true"], [inert]') !== null) continue;
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || isUnseen(element)) continue;
    // What scrolls up and down must not scroll sideways too, unless it is a table or a page of its own.
    if (
      scrolls(element, 'overflowY') &&
      element.scrollWidth > element.clientWidth + 1 &&
      element.scrollHeight > element.clientHeight + 1 &&
      element.matches('main, .content, .dialog, .page, .house')
    )
      faults.push(`scrolls both ways: ${nameOf(element)}`);
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
    );
    if (!hasText && !element.matches('button, input, select, textarea')) continue;
    let clip: Element | null = element.parentElement;
    while (clip !== null && !scrolls(clip, 'overflowX')) {
      const style = getComputedStyle(clip);
      const edge = clip.getBoundingClientRect();
      if (edge.width < 2) break;
      if (style.overflowX !== 'visible' && (box.right > edge.right + 1 || box.left < edge.left - 1)) {
        if (style.textOverflow !== 'ellipsis') faults.push(`cut off at its side: ${nameOf(element)}`);
        break;
      }
      clip = clip.parentElement;
    }
    if (clip === null && (box.right > innerWidth + 1 || box.left < -1)) faults.push(`out of sight: ${nameOf(element)}`);
    if (element.matches('button, a.button') && element.scrollWidth > element.clientWidth + 1)
      faults.push(`its words do not fit: ${nameOf(element)}`);
  }
  return [...new Set(faults)];
}

/** Runs in the page: what a finger presses is 44 x 44 CSS px, but for links inside a sentence (WCAG 2.2, 2.5.5 and 2.5.8). */
export function smallTargets(): string[] {
  const faults = new Map<string, number>();
  // Kept for assistive technology only: clipped away, itself or the part it lies in.
  const isUnseen = (element: Element): boolean => {
    for (let each: Element | null = element; each !== null; each = each.parentElement)
      if (getComputedStyle(each).clipPath === 'inset(50%)') return true;
    return false;
  };
  const targets =
    'button, a[href], input, select, textarea, summary, [role="button"], [role="radio"], [role="checkbox"], [role="option"], [role="tab"], [role="switch"]';
  for (const element of document.querySelectorAll<HTMLElement>(targets)) {
    if (element.closest('.textLayer, .skip, [aria-hidden="true"], [inert]') !== null) continue;
    if (element.matches(':disabled, [aria-disabled="true"], [type="hidden"], [type="file"]')) continue;
    // The input of a tick box or a segment is out of sight: its label is what is pressed.
    const label = element.matches('input') ? element.closest('label') : null;
    const box = (label ?? element).getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || isUnseen(label ?? element)) continue;
    const isInline =
      element.matches('a:not(.button), .link, .fact') && /^inline/.test(getComputedStyle(element).display);
    if (isInline && element.closest('p, li, td, th, dd, h2, h3')?.textContent !== element.textContent) continue;
    // A card is pressed anywhere: its link is stretched over it.
    const stretched = getComputedStyle(element, '::after');
    const card = stretched.position === 'absolute' ? element.closest('.card, li, tr') : null;
    const pressed = card?.getBoundingClientRect() ?? box;
    if (pressed.width >= 43.5 && pressed.height >= 43.5) continue;
    const name = `${element.tagName.toLowerCase()}${[...(label ?? element).classList].map((each) => `.${each}`).join('')}`;
    const size = `${Math.round(pressed.width)}x${Math.round(pressed.height)}`;
    const words = (element.getAttribute('aria-label') ?? (label ?? element).textContent ?? '').trim().slice(0, 30);
    const key = `${name} ${size} "${words}"`;
    faults.set(key, (faults.get(key) ?? 0) + 1);
  }
  return [...faults].map(([name, count]) => (count === 1 ? name : `${name} (${count} times)`));
}

/** Runs in the page: nothing moves or would move where less motion is asked for. */
export function motionFaults(): string[] {
  const faults = document.getAnimations().map((animation) => `runs: ${animation.constructor.name}`);
  for (const element of document.querySelectorAll('body *')) {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
    const name = `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`;
    if (transitionDuration.split(',').some((each) => Number.parseFloat(each) > 0)) faults.push(`transition: ${name}`);
    if (animationName !== 'none') faults.push(`animation ${animationName}: ${name}`);
    if (scrollBehavior === 'smooth') faults.push(`smooth scrolling: ${name}`);
  }
  return [...new Set(faults)];
}

/** Runs in the page: the element that has the focus, or the part of it that shows the focus, has an outline. */
export function focusFault(): string | undefined {
  const at = document.activeElement;
  if (at === null || at === document.body) return undefined;
  const outlined = (element: Element | null): boolean => {
    if (element === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1.5;
  };
  const label = at.closest('label');
  if (outlined(at) || outlined(label) || [...(label?.children ?? [])].some(outlined)) return undefined;
  // A card that is one link shows the focus as a whole.
  if (outlined(at.closest('li, article'))) return undefined;
  // A list keeps the focus and shows it on one of its options.
  const active = at.getAttribute('aria-activedescendant');
  if (active !== null && outlined(document.getElementById(active))) return undefined;
  return `no outline on ${at.outerHTML.slice(0, 120)}`;
}

/** Runs in the page, forced colours on: what is chosen looks different from what stands beside it and is not. */
export function chosenFaults(): string[] {
  const chosen =
    '[data-selected], [aria-current]:not([aria-current="false"]), [aria-selected="true"], [aria-pressed="true"]';
  const LOOKS = [
    'backgroundColor',
    'color',
    'fontWeight',
    'textDecorationLine',
    'outlineStyle',
    'outlineWidth',
    'borderTopWidth',
    'borderBottomWidth',
    'borderLeftWidth',
    'borderTopColor',
    'borderBottomColor',
    'borderLeftColor',
    'borderTopStyle',
    'borderBottomStyle',
    'borderLeftStyle',
  ] as const;
  const lookOf = (element: Element): string =>
    [element, ...element.children]
      .flatMap((part) =>
        [undefined, '::before', '::after'].flatMap((pseudo) => {
          const style = getComputedStyle(part, pseudo);
          return LOOKS.map((name) => style[name]);
        }),
      )
      .join(' ');
  const faults: string[] = [];
  for (const element of document.querySelectorAll(chosen)) {
    const group = element.closest(
      '[role="radiogroup"], ol, ul, [role="listbox"], [role="group"], [role="tablist"], table',
    );
    const other = [...(group?.querySelectorAll(element.tagName) ?? [])].find(
      (each) => !each.matches(chosen) && each.className.split(' ')[0] === element.className.split(' ')[0],
    );
    if (other !== undefined && lookOf(other) === lookOf(element))
      faults.push(`chosen and not look alike: ${element.tagName.toLowerCase()}.${element.className}`);
  }
  return [...new Set(faults)];
}
