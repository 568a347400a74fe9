import type { Line } from './lines.ts';
import { bareOf } from './logged.ts';
import type { Notebook } from './notebook.ts';

const RELEASE = String.raw`v?(?<release>[3-8]\.\d{1,2}(?:\.\d{1,4})?(?:[-.+~_](?=[\w])[\w.+~-]{0,80})?\+?)(?![\w/])`;

/** Forms in which a release is written, the surest first: a later line of the same form counts. */
const FORMS: readonly RegExp[] = [
  new RegExp(String.raw`\bLinux(?: version)? (?!kernel)(?:[\w.-]{1,60} )?${RELEASE}`, 'i'),
  new RegExp(
    String.raw`\b(?:uname(?: -\w{1,4})?|host kernel|kernel(?: version| release)?)["']?\s?[:=|]?\s{0,4}(?:is |Linux )?["']?${RELEASE}`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:vmlinuz|linux-image|linux|kernel|BOOT_IMAGE=\S{0,60}vmlinuz)-(?:core-)?${RELEASE}`,
    'i',
  ),
];
/** A release that stands alone, or at the end of a line behind a comma. */
const ALONE = new RegExp(String.raw`^\s*${RELEASE}(?: aarch64)?\s*$`);
const AT_END = new RegExp(String.raw`, ${RELEASE}\s*$`);
const OTHER =
  /qemu|libvirt|gcc|clang|rustc|glibc|mesa|edk2|crosvm|firecracker|cloud-hypervisor|libkrun|version|driver|cuda|bios|firmware|package|https?:/i;
const PAST =
  /\b(?:worked|was fine|used to|good|last known|before|until|not on|fine (?:on|with))\b/i;
const UNAME = /^(?:sudo )?uname(?: -\w{1,5})?(?:\s|$)/;
/** The same without a prompt before it. */
const UNAME_ALONE = /^\s*uname(?: -\w{1,5})?\s*$/;
/** In a text of so few lines a number that looks like a release is one. */
const FEW = 3;
/** The line of an oops names the kernel that printed it, which may be the guest's. */
const OOPS = /\bPID: \d+ Comm: |Tainted/;

/** The host's kernel: what `uname` printed, or what somebody calls it. A guest's kernel is none. */
export function readKernel(lines: readonly Line[], book: Notebook): void {
  const found: { rank: number; release: string; line: number }[] = [];
  let afterUname = -1;
  for (const [index, { text, command, guest, number, low }] of lines.entries()) {
    const asked = command ?? (low.includes('uname') && UNAME_ALONE.test(text) ? text.trim() : null);
    if (asked !== null) {
      afterUname = UNAME.test(asked) && !guest ? index : -1;
      continue;
    }
    if (guest) continue;
    const named = book.once(releasesIn, text).find(({ release }) => isKnown(release, book));
    if (named === undefined) continue;
    const direct = afterUname >= 0 && index - afterUname <= 2;
    const rank = direct ? 0 : named.past ? 3 : 1;
    const weak = named.how === 'at the end' || (named.how === 'alone' && !direct);
    if (weak && !book.complains && lines.length > FEW) continue;
    found.push({ rank: weak ? 4 : rank, release: named.release, line: number });
    if (direct) book.used.add(lines[afterUname]?.number ?? number);
  }
  // What is written down last counts, so the surest comes last.
  for (const { release, line } of found.toSorted((a, b) => b.rank - a.rank)) {
    const plain = /^\d\.\d{1,2}(?:\.\d{1,4})?/.exec(release)?.[0] ?? release;
    book.fact('kernel', plain, line);
    if (plain !== release) book.fact('kernel', release, line);
  }
}

/** A release that a line names. */
interface NamedRelease {
  readonly release: string;
  readonly how: 'by name' | 'alone' | 'at the end';
  /** The line tells of a kernel on which it worked. */
  readonly past: boolean;
}

/** What may be a release in a line, the surest first. */
function releasesIn(text: string): readonly NamedRelease[] {
  if (!/[3-8]\.\d/.test(text) || OOPS.test(text)) return [];
  const said = bareOf(text);
  const past = PAST.test(text);
  const inForm = (form: RegExp, how: NamedRelease['how']): NamedRelease[] => {
    const release = form.exec(said)?.groups?.['release']?.replace(/[.,;:]+$/, '') ?? '';
    return release === '' ? [] : [{ release, how, past }];
  };
  return [
    ...FORMS.flatMap((form) => inForm(form, 'by name')),
    ...inForm(ALONE, 'alone'),
    ...(OTHER.test(said) ? [] : inForm(AT_END, 'at the end')),
  ];
}

/** Whether the model knows a release of that name. */
function isKnown(release: string, book: Notebook): boolean {
  const kernels = book.parts.get('kernels');
  return kernels !== null && book.once(kernels.isRelease, release);
}
