import {
  exportQuestion,
  LITMUS_AFTER,
  LITMUS_LINES,
  NOT_MODELLED,
  type Litmus,
} from '../../model/index.ts';
import type { Asked } from './asked.ts';

/** A program to take along. Plain data. */
export interface ProgramFile {
  /** Its name for the prover, `leak-around.litmus`. */
  readonly name: string;
  readonly text: string;
}

/** Where the site has the programs: as plain text, which every host serves and every browser shows. */
export const addressOf = ({ name }: ProgramFile): string => `/programs/${name}.txt`;

/** A program for herd7 as a file that says which lines of ours it is asked with. */
export function litmusFile({ name, ours, text }: Litmus): ProgramFile {
  const head = text.indexOf('\n') + 1;
  const says = [
    '(*',
    ` * Ask: herd7 -variant self ${name}.litmus`,
    ...(ours
      ? [
          ` * with these lines in aarch64.cat, after "${LITMUS_AFTER.trim()}":`,
          ...LITMUS_LINES.trimEnd()
            .split('\n')
            .slice(1)
            .map((line) => ` *   ${line}`),
          ` * ${NOT_MODELLED}`,
        ]
      : []),
    ' *)',
    '',
  ].join('\n');
  return { name: `${name}.litmus`, text: text.slice(0, head) + says + text.slice(head) };
}

/** The question that stands for a program: the first that leads to it. */
export function questionOf(program: string, asked: readonly Asked[]): Asked {
  const found = asked.find(({ litmus }) => litmus.name === program);
  if (found === undefined) throw new Error(`No question leads to ${program}.`);
  return found;
}

/** The question of a program in Promela, for Spin. */
export function promelaFile(program: string, asked: readonly Asked[]): ProgramFile {
  const { policy, host, guestS1, property } = questionOf(program, asked);
  const { text } = exportQuestion({ policy, host, guestS1, property }, 'promela');
  return { name: `${program}.pml`, text: (text ?? '').replaceAll('page.pml', `${program}.pml`) };
}

/** The command that prints the same in a terminal. */
export function exportCommandOf(program: string, asked: readonly Asked[]): string {
  const { policy, host, guestS1, property } = questionOf(program, asked);
  const [fwb, dic] = [Number(host.fwb), Number(host.dic)];
  return `npm run -s stage-two -- export --policy ${policy} --fwb ${fwb} --dic ${dic} --guest ${guestS1} --property ${property} --form litmus`;
}
