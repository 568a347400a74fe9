/** The tests of one area of the model. */
interface Area {
  /** The folder under src/model. */
  readonly folder: string;
  /** Names under tests/, without `.test.ts`. A run ends at the first failure: quick ones first. */
  readonly tests: readonly string[];
}

const ROWS = ['vectors/rows', 'vectors/permitted', 'model/worked-examples'];
const CLI = ['cli/commands', 'cli/decide-subjects', 'cli/decode', 'cli/conform'];

/** Which tests judge a mutant, by area. A child process would see no mutant, so its tests are out. */
export const AREAS: readonly Area[] = [
  {
    folder: 'arch',
    tests: [
      ...['mair', 'stage2-memattr', 'combine', 'arch-leaf', 'arch-leaf-encode', 'arch-esr'].map(
        model,
      ),
      ...['arch-registers', 'arch-register-fields', 'arch-stage2-fault', 'arch-maintenance'].map(
        model,
      ),
      ...ROWS,
      ...['arch-texts', 'explain'].map(model),
      ...CLI,
      ...['arch-controls', 'arch-leaf-properties', 'bad-input'].map(model),
    ],
  },
  {
    folder: 'kvm',
    tests: [
      ...['capability', 'memslot', 'fault-order', 'kvm-granule', 'kvm-leaf', 'kvm-maintenance'].map(
        model,
      ),
      ...['kvm-nested', 'kvm-pkvm', 'kvm-guest-memfd', 'kvm-guest-abort', 'kvm-cache-trap'].map(
        model,
      ),
      ...['kvm-slot-and-vma-size', 'exercises'].map(model),
      ...ROWS,
      ...['explain'].map(model),
      ...CLI,
      ...['kernels', 'steps', 'bad-input'].map(model),
    ],
  },
  {
    folder: 'explain',
    tests: [
      ...['explain', 'arch-texts', 'exercises', 'worked-examples'].map(model),
      ...['kvm-guest-abort', 'kvm-maintenance', 'kvm-nested', 'kvm-pkvm', 'kvm-guest-memfd'].map(
        model,
      ),
      ...['kvm-cache-trap', 'arch-maintenance', 'arch-leaf', 'arch-registers', 'combine'].map(
        model,
      ),
      ...CLI,
      ...['flips', 'kernels', 'steps', 'bad-input'].map(model),
    ],
  },
  {
    folder: 'base',
    tests: [
      ...['read-fields', 'capability', 'memslot', 'kvm-granule', 'arch-maintenance', 'explain'].map(
        model,
      ),
      ...['arch-leaf-encode', 'arch-leaf', 'arch-stage2-fault', 'arch-texts', 'flips'].map(model),
      ...CLI,
      'vectors/rows',
      ...['arch-controls', 'steps', 'bad-input'].map(model),
    ],
  },
];

function model(name: string): string {
  return `model/${name}`;
}
