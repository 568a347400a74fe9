/** The state of a figure, as its link writes it. */
export type State = Readonly<Record<string, string>>;

const RUN = 'npm run -s stage-two --';

const VMAS: Readonly<Record<string, string>> = { pfnmap: 'pfnmap,', mixedmap: 'mixedmap,io,' };

/** The command that gives the answer of a figure, or each of them, by the name of its element; none where a terminal has no such answer. */
const COMMANDS: Readonly<Record<string, (state: State) => string | readonly string[] | null>> = {
  combine: ({ s1, s2, fwb }) => `combine --s1 ${s1} --s2 0b${s2?.replace('0b', '')} --fwb ${fwb}`,
  // The figure shows both answers.
  decide: ({ kernel, vma = '', type, uncached, linear, fwb, dic, access }) => {
    const flags = `${VMAS[vma] ?? ''}${uncached === '1' ? 'any-uncached,' : ''}attr=${type}`;
    const given = `--kernel ${kernel} --fwb ${fwb} --dic ${dic} --vma ${flags}`;
    return [
      `decide memslot ${given}`,
      `decide fault ${given} --pfn-is-map-memory ${linear} --access ${access}`,
    ];
  },
  // A policy that lacks a safeguard has a name of the figure's own.
  'break-it': ({ policy = '', fwb, dic, guest }) =>
    policy.startsWith('no-')
      ? null
      : `prove --policy ${policy} --fwb ${fwb} --dic ${dic} --guest ${guest}`,
  stepper: ({ policy, fwb, dic, vma, guest, property }) =>
    `prove --policy ${policy} --fwb ${fwb} --dic ${dic} --vma ${vma} --guest ${guest} --property ${property}`,
  migration: (state) => {
    const given = (key: string): string => `--${key} ${state[key]}`;
    const ends = ['from', 'to'].flatMap((end) =>
      ['fwb', 'dic', 'does'].map((key) => `${end}-${key}`),
    );
    return `migrate ${[...ends, 'vma', 'asks'].map(given).join(' ')}`;
  },
  decode: ({ of, value }) => `decode ${of === 'byte' ? 'mair' : of} ${value}`,
  verdicts: ({ vma, guest, property = 'all' }) =>
    `verdicts --vma ${vma} --guest ${guest}${property === 'all' ? '' : ` --property ${property}`}`,
  space: (state) => {
    const insisted = Object.keys(state).filter((name) => state[name] === '1');
    const answers = ['h00', 'h01', 'h10', 'h11'].map((host) => `${state[host]}`).join(',');
    return ['space', ...insisted.map((name) => `--insist ${name}`), `--answers ${answers}`].join(
      ' ',
    );
  },
  // Of the drawings those that ask one question.
  'asking-the-host': ({ kernel, fwb, dic, on, protected: shut }) =>
    `decide capability --kernel ${kernel} --fwb ${fwb} --dic ${dic} --vm-fd ${on === 'file' ? 0 : 1} --protected-vm ${on === 'file' ? 0 : shut}`,
  leak: () => LEAK('0', '0'),
  'leak-by-host': ({ fwb = '', dic = '' }) => LEAK(fwb, dic),
};

const LEAK = (fwb: string, dic: string): string =>
  `prove --policy fallback-to-device --fwb ${fwb} --dic ${dic} --property noLeak`;

/** Figures that leave as a test: what another shows is a set-up that no name says, or no answer of the model. */
const TESTED = [
  'combine',
  'decide',
  'break-it',
  'stepper',
  'verdicts',
  'space',
  'migration',
  'decode',
  'asking-the-host',
  'leak',
  'leak-by-host',
] as const;

/** Tables of the model by the first part of the ids of their rows, as `drawTable` has it. */
const ASKED = ['mair', 'memattr', 'cap', 'cap-all', 'trap', 'cmo', 'icache'] as const;

/** Figures and tables of which a test asks the model. */
export type TestedFigure = (typeof TESTED)[number];
export type AskedTable = (typeof ASKED)[number];

/** Whether a figure in a state leaves as a test: whether the model was asked something that a name says. */
export const hasTest = (kind: string, { policy = '' }: State): boolean =>
  TESTED.some((one) => one === kind) && !policy.startsWith('no-');

/** Whether a table of this name leaves as a test. */
export const isAsked = (table: string): boolean => ASKED.some((one) => one === table);

/** What to type for a figure in a state; null where a terminal has no such answer. */
export function commandFor(kind: string, state: State): string | null {
  const given = (Object.hasOwn(COMMANDS, kind) && COMMANDS[kind]?.(state)) || [];
  const commands = typeof given === 'string' ? [given] : given;
  // What came by a link may hold anything; a word that a shell would read otherwise is none of ours.
  const whole = commands.every((one) => !/\bundefined\b/.test(one) && /^[\w .,:=-]+$/.test(one));
  if (commands.length === 0 || !whole) return null;
  return commands.map((one) => `${RUN} ${one}`).join(' && ');
}
