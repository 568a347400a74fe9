import type { HookParameters } from 'astro';

type Server = HookParameters<'astro:server:setup'>['server'];
type Environment = Server['environments'][string];
type Modules = Parameters<Environment['moduleGraph']['invalidateModule']>[1];

/** What has been evaluated by an environment that makes pages in this process. */
interface Evaluated {
  getModuleById(id: string): object | undefined;
  invalidateModule(module: object): void;
}

/** Lets a module, and all that import it, be loaded and evaluated again when next asked for; no other. */
export function invalidate(environment: Environment | undefined, id: string): void {
  const module = environment?.moduleGraph.getModuleById(id);
  if (!environment || !module) return;
  const all: NonNullable<Modules> = new Set();
  environment.moduleGraph.invalidateModule(module, all, Date.now(), true);
  if (!('runner' in environment)) return;
  const { evaluatedModules } = environment.runner as { evaluatedModules: Evaluated };
  for (const { id: own } of all) {
    const evaluated = own === null ? undefined : evaluatedModules.getModuleById(own);
    if (evaluated) evaluatedModules.invalidateModule(evaluated);
  }
}
