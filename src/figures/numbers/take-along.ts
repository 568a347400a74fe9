import { asTest } from './as-test.ts';
import type { Brought } from './brought.ts';
import { faultsOf } from './faults-of.ts';
import { eachFwb, groupsOf, otherOf, placeOf, wordOf } from './readings.ts';
import { rowsOf } from './rows.ts';
import { kindOf, readsStage1, readsStage2, type State } from './state.ts';

/** Forms in which an answer leaves the page. */
export type Form = 'markdown' | 'json' | 'test' | 'command';

/** takeAlong is the answer as a text: for a mail, for a program, as a test, or as the command that gives it. */
export function takeAlong(brought: Brought, state: State, form: Form, link: string): string {
  switch (form) {
    case 'markdown':
      return markdown(brought, state, link);
    case 'json':
      return JSON.stringify(asData(brought, state, link), null, 2);
    case 'test':
      return asTest(brought, state, link);
    case 'command':
      return commands(state).join('\n');
  }
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

function markdown({ rules, dump }: Brought, state: State, link: string): string {
  if (kindOf(state) === 'ptdump' && dump !== null) {
    const { readPtdump } = dump;
    const [own, other] = [state['line'] ?? '', state['other-line'] ?? ''];
    const against = other === '' ? null : readPtdump(other).fields;
    const rows = readPtdump(own).fields.map(({ name, word, says }) => {
      const there = against?.find((one) => one.name === name);
      const compared = there ? ` ${there.word === word ? '' : '≠ '}${there.word ?? ''} |` : '';
      return `| ${name} | ${word ?? ''} | ${cell(says)} |${compared}`;
    });
    return [
      '```',
      own,
      ...(other === '' ? [] : [other]),
      '```',
      '',
      `| field | word | says |${against ? ' compared |' : ''}`,
      `| --- | --- | --- |${against ? ' --- |' : ''}`,
      ...rows,
      '',
      link,
    ].join('\n');
  }
  const blocks = groupsOf(state, rules).map((group) => {
    const word = wordOf(state, group.key);
    const other = otherOf(state, group.key);
    const rows = rowsOf(group, word, other).filter(
      ({ reserved, finding, other: o }) => !reserved || finding !== null || o?.differs === true,
    );
    const titles = group.readings.map(({ title }) => (title === '' ? 'says' : title));
    const heads = ['field', 'bits', 'value', ...titles, ...(other === null ? [] : ['compared'])];
    const body = rows.map((row) => {
      const against =
        row.other === null
          ? []
          : [`${row.other.differs ? '≠ ' : ''}${row.other.hex} ${row.other.says}`];
      const cells = [row.field.name, row.field.bits, row.field.hex, ...row.says, ...against];
      return `| ${cells.map(cell).join(' | ')} |`;
    });
    const against = other === null ? '' : `, compared with 0x${other.toString(16)}`;
    return [
      `**${group.name}** \`0x${word.toString(16)}\`${against}`,
      '',
      `| ${heads.join(' | ')} |`,
      `|${' --- |'.repeat(heads.length)}`,
      ...body,
    ].join('\n');
  });
  return [...blocks, link].join('\n\n');
}

function asData({ rules, dump }: Brought, state: State, link: string): object {
  if (kindOf(state) === 'ptdump' && dump !== null) {
    const { readPtdump } = dump;
    return {
      link,
      line: state['line'],
      read: readPtdump(state['line'] ?? ''),
      ...(state['other-line'] && {
        compared: state['other-line'],
        readCompared: readPtdump(state['other-line']),
      }),
    };
  }
  return {
    link,
    numbers: groupsOf(state, rules).map((group) => {
      const word = wordOf(state, group.key);
      const other = otherOf(state, group.key);
      return {
        as: group.name,
        value: `0x${word.toString(16)}`,
        ...(other !== null && { compared: `0x${other.toString(16)}` }),
        source: ['ARM-ARM', group.place],
        fields: rowsOf(group, word, other).map(({ field, says, finding, other: against }) => ({
          name: field.name,
          bits: field.bits,
          value: field.hex,
          says: Object.fromEntries(
            group.readings.map(({ title }, i) => [title === '' ? 'says' : title, says[i]]),
          ),
          ...(finding !== null && { finding }),
          ...(against !== null && { compared: against.hex, differs: against.differs }),
        })),
      };
    }),
  };
}

const RUN = 'npm run -s stage-two -- decode';

function commands(state: State): string[] {
  const kind = kindOf(state);
  const values = [state['value'], state['other']].filter(
    (one): one is string => (one ?? '') !== '',
  );
  switch (kind) {
    case 'ptdump':
      return [state['line'] ?? '', state['other-line'] ?? '']
        .filter((line) => line !== '')
        .map((line) => `${RUN} ptdump '${line.replaceAll("'", '')}'`);
    case 'fault':
      return faultsOf(state).map(({ esr, hpfar, far }) => `${RUN} fault ${esr} ${hpfar} ${far}`);
    case 'leaf':
      return values.flatMap((value) => leafCommands(state, value));
    default:
      return values.map((value) => `${RUN} ${kind} ${value}`);
  }
}

function leafCommands(state: State, value: string): string[] {
  const { regime = '' } = state;
  const { level, granule, lpa2 } = placeOf(state);
  const place = `--level ${level}${granule === '4K' ? '' : ` --granule ${granule}`}${lpa2 ? ' --lpa2 1' : ''}`;
  const s2 = eachFwb(state).map((one) => `${RUN} leaf ${value} --fwb ${one} ${place}`);
  const s1 = `${RUN} stage1-leaf ${value} --regime ${regime.startsWith('el') ? regime : 'el1-0'} ${place}`;
  return [...(readsStage2(state) ? s2 : []), ...(readsStage1(state) ? [s1] : [])];
}
