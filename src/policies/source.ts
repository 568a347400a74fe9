import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

/*
 * The text of a policy of the debate, taken from the code when the site is built: its two functions, and
 * what they call, as one program that runs. Nobody writes it down a second time.
 */

/** The files in which policies are written, those that others build on first. */
const FILES = ['kernels', 'posted', 'named'].map((name) => `src/model/policy/${name}.ts`);

/** What such a program takes from the model. */
const VALUES = ['handleFault', 'prepareMemoryRegion', 'vmaIsCacheable'];
const TYPES = ['Policy', 'PolicyFault', 'PolicySlot', 'PolicyVma', 'SlotAnswer', 'FaultAnswer'];
const MORE_TYPES = ['FlagSlot', 'FlagCheck', 'MapWord', 'Vma'];

/** A policy of the debate as code. */
export interface PolicySource {
  readonly name: string;
  /** Its two functions, as they stand in the model. */
  readonly functions: string;
  /** A program that defines `policy`, and nothing of which is left out. */
  readonly program: string;
}

/** A declaration at the top of a file. */
interface Block {
  readonly name: string;
  readonly text: string;
}

let read: { readonly blocks: readonly Block[]; readonly named: string } | null = null;

function texts(): NonNullable<typeof read> {
  if (read) return read;
  const files = FILES.map((file) => readFileSync(join(root, file), 'utf8'));
  read = { blocks: files.flatMap(blocksOf), named: files.at(-1) ?? '' };
  return read;
}

/** sourceOf gives the code of a policy; it throws for a name that the file of the policies has not. */
export function sourceOf(name: string): PolicySource {
  const { blocks, named } = texts();
  const functions = functionsOf(named, name);
  const needed = closure(functions, blocks);
  const body = needed.map(({ text }) => text.replace(/^export /, ''));
  const object = ['const policy: Policy = {', `  name: '${name}',`, functions, '};'].join('\n');
  const whole = [...body, object].join('\n\n');
  const values = VALUES.filter((one) => uses(whole, one));
  const types = [...TYPES, ...MORE_TYPES].filter(
    (one) => uses(whole, one) && !defines(needed, one),
  );
  const names = [...values, ...types.map((one) => `type ${one}`)];
  const imports = `import {\n${names.map((one) => `  ${one},\n`).join('')}} from 'stage-two';`;
  return {
    name,
    functions: functions.replaceAll(/^ {2}/gm, ''),
    program: `${imports}\n\n${whole}\n`,
  };
}

/** starterText is the text with which the editor comes, as a program. */
export function starterText(): string {
  const [block] = blocksOf(readFileSync(join(root, 'src/policies/starter.ts'), 'utf8'));
  const text = block?.text.replace(/^export /, '') ?? '';
  return `import type { Policy } from 'stage-two';\n\n${text}\n`;
}

/** The two functions in the list of policies, set in by two. */
function functionsOf(text: string, name: string): string {
  const lines = text.split('\n');
  const begin = lines.indexOf(`    name: '${name}',`);
  if (begin < 0) throw new Error(`No policy ${name} in the code.`);
  const end = lines.findIndex((line, i) => i > begin && line === '  },');
  const own = lines.slice(begin, end);
  return ['onMemslot', 'onFault'].map((part) => property(own, part)).join('\n');
}

function property(lines: readonly string[], part: string): string {
  const from = lines.findIndex((line) => line.startsWith(`    ${part}:`));
  if (from < 0) throw new Error(`A policy without ${part}.`);
  const more = lines.slice(from + 1).findIndex((line) => /^ {4}\w+:/.test(line));
  const to = more < 0 ? lines.length : from + 1 + more;
  return lines
    .slice(from, to)
    .map((line) => line.slice(2))
    .join('\n');
}

/** The declarations of a file, without the comments before them. */
function blocksOf(text: string): Block[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at): Block[] => {
    const name = /^(?:export )?(?:const|function|type|interface) (\w+)/.exec(line)?.[1];
    if (name === undefined || name === 'POLICIES') return [];
    const close = lines.findIndex((one, i) => i > at && /^[}\])]/.test(one));
    const whole = line.endsWith(';') ? [line] : lines.slice(at, close + 1);
    return [{ name, text: whole.join('\n') }];
  });
}

/** All that some code calls, in the order in which it is declared. */
function closure(code: string, blocks: readonly Block[]): Block[] {
  const needed = new Set<Block>();
  const add = (text: string): void => {
    for (const block of blocks)
      if (!needed.has(block) && uses(text, block.name)) {
        needed.add(block);
        add(block.text);
      }
  };
  add(code);
  return blocks.filter((block) => needed.has(block));
}

const uses = (text: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(text);
const defines = (blocks: readonly Block[], name: string): boolean =>
  blocks.some((block) => block.name === name);
