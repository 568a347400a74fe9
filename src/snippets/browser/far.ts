/** Brings the session, in a module of its own: the list of what it needs is longer than the element. */
export const bringSession = (): Promise<typeof import('./session.ts')> => import('./session.ts');
