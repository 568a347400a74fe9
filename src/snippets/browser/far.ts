import { openFrame } from './open-frame.ts';

/**
 * Brings the session, in a module of its own: the list of what it needs is longer than the element.
 * The frame is opened first: it loads beside the code that will use it.
 */
export function bringSession(sandbox: string | undefined): Promise<typeof import('./session.ts')> {
  if (sandbox !== undefined) openFrame(sandbox);
  return import('./session.ts');
}
