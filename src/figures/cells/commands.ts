/** The state of a figure, as its link writes it. */
export type State = Readonly<Record<string, string>>;

const RUN = 'npm run -s stage-two --';

const VMAS: Readonly<Record<string, string>> = { pfnmap: 'pfnmap,', mixedmap: 'mixedmap,io,' };

/** The command that gives the answer of a figure, by the name of its element; none where a terminal has no such answer. */
const COMMANDS: Readonly<Record<string, (state: State) => string | null>> = {
  combine: ({ s1, s2, fwb }) => `combine --s1 ${s1} --s2 0b${s2?.replace('0b', '')} --fwb ${fwb}`,
  decide: ({ kernel, vma = '', type, uncached, linear, fwb, dic, access }) =>
    `decide fault --kernel ${kernel} --fwb ${fwb} --dic ${dic} --vma ${VMAS[vma] ?? ''}${uncached === '1' ? 'any-uncached,' : ''}attr=${type} --pfn-is-map-memory ${linear} --access ${access}`,
  // A policy that lacks a safeguard has a name of the figure's own.
  'break-it': ({ policy = '', fwb, dic, guest }) =>
    policy.startsWith('no-')
      ? null
      : `prove --policy ${policy} --fwb ${fwb} --dic ${dic} --guest ${guest}`,
  verdicts: () => 'verdicts',
  space: () => 'space',
};

/** What to type for a figure in a state; null where a terminal has no such answer. */
export function commandFor(kind: string, state: State): string | null {
  const command = Object.hasOwn(COMMANDS, kind) ? COMMANDS[kind]?.(state) : null;
  // What came by a link may hold anything; a word that a shell would read otherwise is none of ours.
  return command && /^[\w .,:=-]+$/.test(command) ? `${RUN} ${command}` : null;
}
