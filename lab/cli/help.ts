import { CPUS } from '../plan/cpus.ts';
import { KERNELS } from '../plan/kernels.ts';
import { OPTIONS } from './arguments.ts';

/** What `npm run lab -- --help` prints. */
export function helpText(): string {
  const heads = Object.entries(OPTIONS).map(
    ([name, { value, meaning }]) =>
      [`--${name}${value === null ? '' : ` ${value}`}`, meaning] as const,
  );
  const width = Math.max(...heads.map(([head]) => head.length));
  return [
    'npm run lab [-- OPTION...]',
    '',
    'Boots Debian kernels that run KVM under QEMU, makes memslots over real VMAs, runs a guest on',
    'them, and shows what each kernel decided. Without --record it only shows: nothing outside of',
    'the work folder is written. --record writes content/data/observations; --check compares with it.',
    '',
    ...heads.map(([head, meaning]) => `  ${head.padEnd(width)}  ${meaning}`),
    '',
    `Kernels: ${KERNELS.map(({ name, suite }) => `${name} (${suite})`).join(', ')}`,
    `CPUs:    ${CPUS.map(({ name, quick }) => (quick ? `${name}*` : name)).join(', ')}    * in --quick`,
    'Folder:  .cache/lab, or what STAGE_TWO_LAB names. Packages are downloaded into it once and',
    '         extracted there; nothing is installed. Delete the folder to look for newer packages.',
    'Exit:    0 done, 1 a boot failed, an answer is not what the model says (FINDING) or, with',
    '         --check, not as recorded (DIFFERS), 2 something is missing or the command line is',
    '         wrong, 130 interrupted.',
  ].join('\n');
}
