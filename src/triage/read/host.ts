import { LONGEST_PIECE } from '../limits.ts';
import type { Line } from './lines.ts';
import type { Notebook } from './notebook.ts';

/** Lines of the boot log that name a feature of all CPUs (ARCH734). */
const DETECTED: readonly (readonly [key: string, words: string])[] = [
  ['fwb', 'stage-2 force write-back'],
  ['dic', 'instruction cache invalidation not required for i/d coherence'],
  ['idc', 'data cache clean to the pou not required for i/d coherence'],
];
/** How KVM says in which mode it runs, and how the command line asks for it. */
const MODE = /\b(Protected |Hyp )?(?:[hn]?VHE(?:\+NV2)?|Hyp) mode initialized/i;
const ASKED_MODE = /\bkvm-arm\.mode=(\w{1,12})/;
const FEATURE = /\b(FWB|DIC|IDC|pKVM)\b ?(?:[:=]|is) ?(0|1|yes|no|present|absent|missing)\b/gi;
const YES = /^(?:1|yes|present)$/i;
const QEMU_COMMAND =
  /qemu-(?:system-aarch64|kvm)\b.{0,4000}? -(?:M|machine|cpu|m|accel|enable-kvm|smp|device|kernel|drive)\b/;
const MTE = /\bmte ?[=:] ?["']?(on|off|true|false|1|0)\b|<mte state=["'](on|off)["']/i;
const CPU =
  /\b(Cortex-[AXR]\d{1,4}\w{0,3}|Neoverse[ -][NVE]\d|AmpereOne\w{0,2}|Ampere Altra(?: Max)?|Graviton ?\d\w?|Apple M\d(?: \w{3,5})?|Kunpeng[ -]?\d{3,4}|HIP0?\d{1,2}|ThunderX\d?|A64FX|Carmel|Firestorm|Icestorm|Avalanche|Blizzard)\b/i;
/** Lines over which a command is continued. */
const MOST_CONTINUED = 60;
const CPU_LABEL = /\b(?:Model name|CPU(?: model)?|Processor|MIDR)\b\s{0,40}[:=]|\blscpu\b/i;

/** A line that names the CPU of a host says that it does. */
const MAY_NAME_CPU = /host|model|cpu|processor|midr/;

/** What the host's boot log, its command line and the VMM's say of CPU, KVM and VM. */
export function readHost(lines: readonly Line[], book: Notebook): void {
  const inGuestLog = lines.some(({ low }) => /machine model: linux,dummy-virt/.test(low));
  for (const [index, { text, low, guest, number }] of lines.entries()) {
    if (!guest && !inGuestLog) {
      for (const [key, value] of book.once(hostIn, text)) book.fact(key, value, number);
    }
    // With a blank: with a colon the program speaks, and that is no command line.
    if (/qemu-[\w-]{0,20} |mte/.test(low)) {
      const mte = book.once(mteIn, whole(lines, index));
      if (mte !== null) book.fact('mte', mte, number);
    }
    if (low.includes('crosvm') && /crosvm .*--protected-vm/.test(text))
      book.fact('protectedVm', '1', number);
  }
  readFullList(lines, book);
}

type Facts = readonly (readonly [key: string, value: string])[];

/** What a line says of the host by itself. */
function hostIn(text: string): Facts {
  const low = text.toLowerCase();
  const cpu = MAY_NAME_CPU.test(low) ? CPU.exec(text)?.[1] : undefined;
  return [
    ...DETECTED.filter(([, words]) => low.includes(words)).map(([key]) => [key, '1'] as const),
    ...(low.includes('mode') ? modeIn(text) : []),
    ...[...(/fwb|dic|idc|pkvm/.test(low) ? text.matchAll(FEATURE) : [])].map(
      ([, name = '', value = '']) => [name.toLowerCase(), YES.test(value) ? '1' : '0'] as const,
    ),
    ...(cpu !== undefined && (CPU_LABEL.test(text) || low.includes('host'))
      ? [['cpu', cpu] as const]
      : []),
  ];
}

function modeIn(text: string): Facts {
  const mode = MODE.exec(text);
  const asked = ASKED_MODE.exec(text)?.[1];
  return [
    ...(mode ? factsOfMode(mode[1]?.toLowerCase() === 'protected ') : []),
    ...(asked === undefined ? [] : factsOfMode(asked === 'protected')),
  ];
}

/** Without pKVM no VM is a protected one. */
const factsOfMode = (pkvm: boolean): Facts =>
  pkvm
    ? [['pkvm', '1']]
    : [
        ['pkvm', '0'],
        ['protectedVm', '0'],
      ];

/** MTE is off unless the command line of QEMU says so. */
function mteIn(text: string): '0' | '1' | null {
  const said = MTE.exec(text);
  const value = said?.[1] ?? said?.[2];
  if (value !== undefined) return /^(?:on|true|1)$/i.test(value) ? '1' : '0';
  return QEMU_COMMAND.test(text) ? '0' : null;
}

/** A line with those that continue it: a shell takes a backslash at the end as a blank. */
function whole(lines: readonly Line[], index: number): string {
  const parts: string[] = [];
  for (const { text } of lines.slice(index, index + MOST_CONTINUED)) {
    parts.push(text.replace(/\\$/, ''));
    if (!text.endsWith('\\')) break;
  }
  return parts.join(' ').slice(0, LONGEST_PIECE);
}

/** Where somebody listed all features that were detected, one that is missing is missing. */
function readFullList(lines: readonly Line[], book: Notebook): void {
  const asked = lines.findIndex(
    ({ command, guest }) => !guest && /grep[^|]{0,40}CPU features[^|]*$/.test(command ?? ''),
  );
  if (asked < 0) return;
  const after = lines.slice(asked + 1).findIndex(({ command }) => command !== null);
  const listed = lines.slice(asked + 1, after < 0 ? undefined : asked + 1 + after);
  const isListed = ({ low }: Line): boolean => low.includes('cpu features: detected');
  const until = listed.findLastIndex(isListed);
  // A list with other lines in it is wrapped or cut, and may lack what was there.
  if (until < 0 || !listed.slice(0, until).every(isListed)) return;
  const line = lines[asked]?.number ?? 0;
  for (const [key, words] of DETECTED) {
    if (key !== 'idc' && !listed.some(({ low }) => low.includes(words))) book.fact(key, '0', line);
  }
}
