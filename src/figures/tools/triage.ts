import type { Live } from '../define.ts';

/** What makes the tool answer; its buttons copy by themselves. */
export async function bring(): Promise<Live> {
  // By its name: a module that is handed on whole brings what makes an object of it.
  const { hydrate } = await import('../triage/hydrate.ts');
  return { hydrate };
}
