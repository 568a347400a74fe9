/** The tests of one area of the model. */
interface Area {
  /** The folder under src/model. */
  readonly folder: string;
  /** Names under tests/, without `.test.ts`. A run ends at the first failure: quick ones first. */
  readonly tests: readonly string[];
}

const model = (names: string) => names.split(' ').map((name) => `model/${name}`);

/** What holds for every question. */
const EVERY = model('inputs corpus arch-corpus vocabulary');
const CLI = ['cli/commands', 'cli/decide-subjects', 'cli/decode', 'cli/conform'];
const ROWS = ['vectors/rows', 'vectors/permitted'];
const MACHINE = [
  ...model('machine/migration machine/migration-moves machine/moves-from machine/moves'),
  ...model('machine/search machine/bounds machine/agreement machine/policies machine/own-policy'),
  ...model('machine/wrong-policies machine/traces machine/verdict-rows'),
  'cli/verdicts',
];

/**
 * Which tests judge a mutant, by area: those that ask it, not those that happen to reach it. A
 * child process would see no mutant, so the tests that start one are out.
 */
export const AREAS: readonly Area[] = [
  {
    folder: 'arch',
    // What the model keeps once it is made is made in the first test that asks: these look at all.
    tests: [
      'vectors/permitted',
      ...model('arch-syndrome arch-status'),
      ...model(
        'mair stage2-memattr combine combine-steps arch-leaf arch-leaf-encode arch-esr arch-registers',
      ),
      ...model('arch-register-fields arch-stage2-fault arch-maintenance explain-attributes'),
      ...model('arch-register-tables inputs arch-texts arch-corpus worked-examples'),
      'vectors/rows',
      ...CLI,
      ...model('bit-layout arch-controls arch-leaf-properties arch-leaf-limits by-hand bad-input'),
    ],
  },
  {
    folder: 'kvm',
    tests: [
      ...model('capability memslot fault-order kvm-granule kvm-leaf kvm-maintenance kvm-nested'),
      ...model(
        'kvm-pkvm kvm-guest-memfd kvm-guest-abort kvm-cache-trap kvm-slot-and-vma-size memslot-ranges',
      ),
      ...model('explain-decisions explain inputs corpus'),
      ...ROWS,
      ...CLI,
      ...model('no-answer steps by-hand bad-input kernels'),
    ],
  },
  {
    folder: 'explain',
    tests: [
      ...model('explain-decisions explain-attributes explain arch-texts kvm-guest-abort'),
      ...model('kvm-maintenance kvm-nested kvm-pkvm arch-leaf'),
      ...CLI,
      'cli/verdicts',
      ...EVERY,
      ...model(
        'phrases words-of-values difference-groups flip-changes machine/traces machine/verdict-rows flips steps bad-input usual table-domain told tables properties explain-values explain-facts in-short',
      ),
    ],
  },
  {
    folder: 'base',
    tests: [
      ...model(
        'diagnose words read-fields inputs arch-leaf-encode arch-stage2-fault arch-texts corpus',
      ),
      ...CLI,
      'vectors/rows',
      ...model('flips arch-corpus steps by-hand bad-input'),
    ],
  },
  { folder: 'policy', tests: MACHINE },
  { folder: 'machine', tests: MACHINE },
  { folder: 'explore', tests: MACHINE },
];
