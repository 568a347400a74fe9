import type { Live } from './define.ts';

/** A tool with the foot of a figure, whose buttons copy. */
async function footed(load: () => Promise<Live>): Promise<Live> {
  const [{ withCopies }, live] = await Promise.all([import('./with-copies.ts'), load()]);
  return withCopies(live);
}

/** What makes each kind of tool answer. Tools stand on few pages, and no other page reads this list. */
const LIVE = {
  host: () => footed(() => import('./host/hydrate.ts')),
  numbers: () => footed(() => import('./numbers/hydrate.ts')),
  rows: () => footed(() => import('./rows/hydrate.ts')),
  triage: () => import('./triage/hydrate.ts'),
} satisfies Record<string, () => Promise<Live>>;

/** A kind of tool, by the name of its element. */
export type Tool = keyof typeof LIVE;

/** bringTool brings what makes a tool answer. */
export const bringTool = (kind: Tool): Promise<Live> => LIVE[kind]();
