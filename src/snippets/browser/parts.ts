/** A part of the page did not come. */
export class Missing extends Error {}

const part = <Module>(come: Promise<Module>): Promise<Module> =>
  come.catch((cause: unknown) => {
    throw new Missing('a part of this page did not come', { cause });
  });

export const loadEditor = (): Promise<typeof import('./editor.ts')> => part(import('./editor.ts'));
export const loadCompiler = (): Promise<typeof import('../core/program.ts')> =>
  part(import('../core/program.ts'));
