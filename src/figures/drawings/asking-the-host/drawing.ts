import { checkExtension, checkInWords, KERNELS } from '../../../model/index.ts';
import type { CapabilityDecision, Kernel } from '../../../model/index.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import { NO_YES } from '../../form/field.ts';
import type { Values } from '../../form/field.ts';
import { sourceLinks } from '../../show/steps.ts';
import type { HElement } from '../../show/node.ts';
import { brief } from '../../stage/brief.ts';
import { box, picture, space, text, wire } from '../../stage/parts.ts';

/** The three answers, and what a program makes of each. */
const ANSWERS = [
  ['1', 'the host can'],
  ['0', 'do not', 'count on it'],
  ['EINVAL', 'ask the VM', 'instead'],
] as const;
type Answer = (typeof ANSWERS)[number];

/** A kernel that knows the number puts all these questions, until one decides. */
const whole = (kernel: Kernel): CapabilityDecision =>
  checkExtension(kernel, { fwb: true, dic: true });

const question = (check: string): string =>
  brief((checkInWords(check) ?? check).replace(/^whether /, '').replace(/ \(.*/, ''));

interface Asked {
  readonly kernel: Kernel;
  readonly onVm: boolean;
  readonly decision: CapabilityDecision;
  readonly answer: Answer;
  /** The kernel has no line for 243. */
  readonly unknown: boolean;
}

function ask(values: Values): Asked {
  const kernel = KERNELS.find((name) => name === values['kernel']) ?? 'v7.3';
  const onVm = values['on'] !== 'file';
  const [fwb, dic, protectedVm] = ['fwb', 'dic', 'protected'].map((key) => values[key] === '1');
  const decision = checkExtension(kernel, {
    fwb: fwb === true,
    dic: dic === true,
    vmFd: onVm,
    protectedVm: onVm && protectedVm === true,
  });
  const [yes, no, refused] = ANSWERS;
  const answer = decision.errno ? refused : decision.ret === 1 ? yes : no;
  return { kernel, onVm, decision, answer, unknown: whole(kernel).ret === 0 };
}

/** The questions of KVM, each with its answer; those after the deciding one are not asked. */
function questions({ decision, unknown }: Asked): HElement[] {
  const lines: (readonly [words: string, answer: string | null])[] = unknown
    ? [['243 is a number that it knows', 'no']]
    : whole('v7.3').because.map(({ check }, i) => {
        const step = decision.because[i];
        const said = step === undefined ? null : step.answer === true ? 'yes' : 'no';
        return [question(check), said];
      });
  const last = lines.findLastIndex(([, said]) => said !== null);
  return lines.flatMap(([words, said], i) => {
    const name = said === null ? 'sg-dim' : i === last ? 'sg-strong' : '';
    const y = 174 + 20 * i;
    return [text(14, y, words, name), text(346, y, said ?? 'unasked', `sg-end ${name}`.trim())];
  });
}

function draw(asked: Asked): HElement {
  const { kernel, onVm, answer } = asked;
  const [x, middle] = onVm ? [271, 214] : [89, 146];
  const at = 122 * ANSWERS.indexOf(answer) + 58;
  return picture(
    308,
    box([115, 4, 130, 46], ['VMM', 'capability 243?']),
    wire(
      [
        [middle, 50],
        [middle, 63],
        [x, 63],
        [x, 76],
      ],
      '',
      'to',
    ),
    box([4, 76, 170, 46], ['/dev/kvm', 'a file, no VM'], onVm ? 'sg-dim' : 'sg-moves'),
    box([186, 76, 170, 46], ['the VM', 'that it has created'], onVm ? 'sg-moves' : 'sg-dim'),
    wire(
      [
        [x, 122],
        [x, 140],
      ],
      '',
      'to',
    ),
    space([4, 140, 352, 84], `KVM of Linux ${kernel.slice(1)} asks whether`),
    ...questions(asked),
    wire(
      [
        [at, 224],
        [at, 244],
      ],
      '',
      'to',
    ),
    ...ANSWERS.map((one, i) =>
      box([122 * i + 4, 244, 108, 60], one, one === answer ? 'sg-moves' : 'sg-dim'),
    ),
  );
}

/** What a 0 means hangs on who says it. */
function meaning({ answer, unknown, decision }: Asked): string {
  if (answer[0] === '1') return 'Every CPU of the host has FWB and DIC.';
  if (answer[0] === 'EINVAL')
    return 'The kernel knows the number, and there is no VM to answer for.';
  if (unknown) return 'This kernel has never heard of 243, and a 0 says only that.';
  return decision.because.length === 1
    ? 'The VM is protected, and 243 is not on the list of what it may use.'
    : 'A CPU of the host lacks FWB or DIC.';
}

function frame(values: Values): Frame {
  const asked = ask(values);
  const { kernel, onVm, decision, answer } = asked;
  const who = onVm ? 'the VM' : '/dev/kvm';
  const [said, ...means] = answer;
  return {
    svg: draw(asked),
    title: `${onVm ? 'The VM' : '/dev/kvm'} answers ${said}`,
    says: `The VMM asks ${who} for capability 243, and Linux ${kernel.slice(1)} answers ${said}: ${means.join(' ')}. ${meaning(asked)}`,
    text: [`${meaning(asked)} `, sourceLinks(decision.because.at(-1)?.source ?? [])],
    verdict: decision.verdict === 'invalid' ? 'unknown' : decision.verdict,
    word: means.join(' '),
  };
}

/** One question on two descriptors, what KVM asks itself, and the three answers. */
export const drawing: Drawing = {
  name: 'asking-the-host',
  fields: [
    {
      key: 'kernel',
      label: 'Kernel',
      shape: 'radio',
      options: KERNELS.map((name) => [name, name]),
    },
    {
      key: 'on',
      label: 'Ask',
      shape: 'radio',
      options: [
        ['vm', 'the VM'],
        ['file', '/dev/kvm'],
      ],
    },
    { key: 'fwb', label: 'FWB', shape: 'check', options: NO_YES },
    { key: 'dic', label: 'DIC', shape: 'check', options: NO_YES },
    { key: 'protected', label: 'protected VM', shape: 'check', options: NO_YES },
  ],
  preset: { kernel: 'v7.3', on: 'vm', fwb: '1', dic: '1', protected: '0' },
  frames: (values) => [frame(values)],
};
